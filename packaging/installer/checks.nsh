; What is looked at before anything is changed: Windows, other setups, the open program, the folder, the disk.

; Another language than Windows has, where the words in $R0 say so.
!macro ChooseLanguage un
  ClearErrors
  ${${un}GetOptions} $R0 "/LANG=" $R1
  ${If} $R1 = ${LANG_GREEK}
  ${OrIf} $R1 = ${LANG_ENGLISH}
    StrCpy $LANGUAGE $R1
  ${EndIf}
!macroend

; Leaves in $0 the sentence that says why this Windows will not do, or nothing.
Function CheckWindows
  StrCpy $0 ""
  ${GetNativeMachineArchitecture} $1
  ${If} $1 = 332
    StrCpy $0 "$(Needs64Bit)"
  ${ElseIf} $1 = 43620
  ${AndIfNot} ${AtLeastBuild} 22000
    StrCpy $0 "$(NeedsWindows11OnArm)"
  ${ElseIfNot} ${AtLeastWin10}
    StrCpy $0 "$(NeedsWindows10)"
  ${EndIf}
FunctionEnd

; Leaves 1 in $0 if a setup or a removal is at work already. What is made here ends with the process.
!macro CheckAlone un
Function ${un}CheckAlone
  StrCpy $0 0
  System::Call 'kernel32::CreateMutex(p 0, i 0, t "eInvoice Desktop setup") p .r1 ?e'
  Pop $1
  ${If} $1 = 183
    StrCpy $0 1
  ${EndIf}
FunctionEnd
!macroend
!insertmacro CheckAlone ""
!insertmacro CheckAlone "un."

; Leaves in $0 the name of a program in the folder that is running, or nothing: Windows lets nobody write into it.
!macro RunningProgram un
Function ${un}RunningProgram
  StrCpy $0 ""
  !insertmacro LookAt "${PROGRAM}"
  !insertmacro LookAt "${CONSOLE}"
FunctionEnd
!macroend
!macro LookAt name
  ${If} ${FileExists} "$INSTDIR\${name}"
    ClearErrors
    FileOpen $1 "$INSTDIR\${name}" a
    ${If} ${Errors}
      StrCpy $0 "${name}"
    ${Else}
      FileClose $1
    ${EndIf}
  ${EndIf}
!macroend
!insertmacro RunningProgram ""
!insertmacro RunningProgram "un."

; Waits until the folder's program is closed; silent for a minute at most, else as long as the person likes.
; Leaves in $0 the name of what is still running, or nothing.
!macro WaitForClosing un
Function ${un}WaitForClosing
  StrCpy $2 0
  ${Do}
    Call ${un}RunningProgram
    ${If} $0 == ""
      ${ExitDo}
    ${EndIf}
    ${If} ${Silent}
      ${If} $2 >= ${WAIT_SECONDS}
        ${ExitDo}
      ${EndIf}
      Sleep 1000
      IntOp $2 $2 + 1
    ${Else}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(CloseFirst)" IDRETRY again
      ${ExitDo}
      again:
    ${EndIf}
  ${Loop}
FunctionEnd
!macroend
!insertmacro WaitForClosing ""
!insertmacro WaitForClosing "un."

; Leaves in $0 the sentence that says why $INSTDIR will not do, or nothing. Makes the folder.
Function CheckFolder
  StrCpy $0 ""
  StrCpy $1 "${DATA}"
  ${If} $INSTDIR == $1
  ${OrIf} ${FileExists} "$INSTDIR\books.sqlite"
    StrCpy $0 "$(FolderOfData)"
    Return
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\${INSIDE}\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\${LIST}"
    StrCpy $0 "$(FolderOfAnother)"
    Return
  ${EndIf}
  RMDir "$INSTDIR\${PREVIOUS}"
  ${If} ${FileExists} "$INSTDIR\${PREVIOUS}\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\${PREVIOUS}\${LIST}"
  ${AndIfNot} ${FileExists} "$INSTDIR\${PREVIOUS}\${PROGRAM}"
    StrCpy $0 "$(FolderOfAnother)"
    Return
  ${EndIf}
  ClearErrors
  CreateDirectory "$INSTDIR"
  FileOpen $1 "$INSTDIR\${INCOMING}.try" w
  ${If} ${Errors}
    StrCpy $0 "$(FolderLocked)"
    Return
  ${EndIf}
  FileClose $1
  Delete "$INSTDIR\${INCOMING}.try"
FunctionEnd

; Leaves 1 in $0 if the new program finds room beside the present one.
Function CheckRoom
  StrCpy $0 1
  System::Call 'kernel32::GetDiskFreeSpaceEx(t "$INSTDIR", *l .r1, p 0, p 0) i .r2'
  ${If} $2 <> 0
    System::Int64Op $1 > ${BYTES}
    Pop $0
  ${EndIf}
FunctionEnd
