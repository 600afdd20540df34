; The order of an installation: look, unpack beside, try, swap, tell Windows. Whatever fails leaves all as it was.

Function .onInit
  StrCpy $Begun ""
  Call ReadWords
  InitPluginsDir
  Call CheckAlone
  ${If} $0 = 1
    StrCpy $0 "$(AnotherSetup)"
    StrCpy $1 ${ANOTHER_SETUP}
    StrCpy $2 "another-setup"
    Call Fail
  ${EndIf}
  Call CheckWindows
  ${If} $0 != ""
    StrCpy $1 ${UNSUITABLE}
    StrCpy $2 "unsuitable"
    Call Fail
  ${EndIf}
FunctionEnd

!macro Switch word variable
  ClearErrors
  ${GetOptions} $R0 "${word}" $R1
  StrCpy ${variable} 0
  ${IfNot} ${Errors}
    StrCpy ${variable} 1
  ${EndIf}
!macroend

Function ReadWords
  ${GetParameters} $R0
  !insertmacro Switch "/UPDATE" $Update
  !insertmacro Switch "/PORTABLE" $Portable
  !insertmacro Switch "/DESKTOP" $WithDesktop
  ClearErrors
  ${GetOptions} $R0 "/WAIT=" $Pid
  ClearErrors
  ${GetOptions} $R0 "/RESULT=" $Result
  !insertmacro ChooseLanguage ""
FunctionEnd

Function OnFolderChosen
  Call CheckFolder
  ${If} $0 != ""
    MessageBox MB_OK|MB_ICONEXCLAMATION "$0"
    Abort
  ${EndIf}
FunctionEnd

; Ends all: $0 the sentence, $1 the exit status, $2 the word for the result.
Function Fail
  StrCpy $R5 $0
  StrCpy $R6 $1
  StrCpy $R7 $2
  Call GoBack
  MessageBox MB_OK|MB_ICONSTOP "$R5" /SD IDOK
  StrCpy $0 "failed"
  StrCpy $1 $R7
  Call ReportUpdate
  SetErrorLevel $R6
  Quit
FunctionEnd

!macro FailWith status reason sentence
  StrCpy $0 "${sentence}"
  StrCpy $1 ${status}
  StrCpy $2 "${reason}"
  Call Fail
!macroend

; Where Windows itself could not go on (a full disk in the middle of unpacking).
Function .onInstFailed
  Call GoBack
  StrCpy $0 "failed"
  StrCpy $1 "unpacking"
  Call ReportUpdate
FunctionEnd

; Writes $0 (done, failed) and $1 (why) for the program that asked, and starts the program with its words.
Function ReportUpdate
  ${If} $Update = 0
    Return
  ${EndIf}
  StrCpy $R4 ""
  ${If} $Result != ""
    Call ReadStart
    WriteINIStr "$Result" "update" "state" "$0"
    WriteINIStr "$Result" "update" "reason" "$1"
    WriteINIStr "$Result" "update" "version" "${VERSION}"
    FlushINI "$Result"
  ${EndIf}
  ; A program that is still open needs no second one.
  Call RunningProgram
  ${If} $0 == ""
  ${AndIf} ${FileExists} "$INSTDIR\${PROGRAM}"
    SetOutPath "$PROFILE"
    Exec '"$INSTDIR\${PROGRAM}" $R4'
  ${EndIf}
FunctionEnd

; Leaves in $R4 what stands behind "start=", as it stands there: Windows' own reader takes quotes away.
Function ReadStart
  ClearErrors
  FileOpen $2 "$Result" r
  ${If} ${Errors}
    Return
  ${EndIf}
  ${Do}
    ClearErrors
    FileReadUTF16LE $2 $6
    ${If} ${Errors}
      ${ExitDo}
    ${EndIf}
    !insertmacro Trimmed $6
    StrCpy $7 $6 6
    ${If} $7 == "start="
      StrCpy $R4 $6 "" 6
    ${EndIf}
  ${Loop}
  FileClose $2
FunctionEnd

; The program that asked for the update has to be gone, whichever folder it came from.
Function WaitForAsker
  ${If} $Pid == ""
    Return
  ${EndIf}
  System::Call 'kernel32::OpenProcess(i 0x100000, i 0, i $Pid) p .r1'
  ${If} $1 P<> 0
    IntOp $2 ${WAIT_SECONDS} * 1000
    System::Call 'kernel32::WaitForSingleObject(p r1, i r2) i .r0'
    System::Call 'kernel32::CloseHandle(p r1)'
  ${EndIf}
FunctionEnd

Function Look
  Call WaitForAsker
  Call CheckFolder
  ${If} $0 != ""
    StrCpy $1 ${BAD_FOLDER}
    StrCpy $2 "folder"
    Call Fail
  ${EndIf}
  Call WaitForClosing
  ${If} $0 != ""
    !insertmacro FailWith ${STILL_OPEN} "still-open" "$(StillOpen)"
  ${EndIf}
  StrCpy $Begun 0
  RMDir /r "$INSTDIR\${INCOMING}"
  Call CheckRoom
  ${If} $0 <> 1
    !insertmacro FailWith ${NO_ROOM} "no-room" "$(NoRoom)"
  ${EndIf}
FunctionEnd

; An update takes no new program that does not work here.
Function TryNew
  DetailPrint "$(Trying)"
  nsExec::Exec /TIMEOUT=180000 '"$INSTDIR\${INCOMING}\${CONSOLE}" --data-dir "$PLUGINSDIR\try" --self-check'
  Pop $0
  ${If} $0 != "0"
    !insertmacro FailWith ${DOES_NOT_WORK} "self-check" "$(DoesNotWork)"
  ${EndIf}
FunctionEnd

Section
  Call Look
  DetailPrint "$(Unpacking)"
  SetDetailsPrint none
  SetOverwrite try
  SetOutPath "$INSTDIR\${INCOMING}"
  ClearErrors
  File /r "${FILES}"
  ${If} ${Errors}
    !insertmacro FailWith ${FAILED} "unpacking" "$(NotUnpacked)"
  ${EndIf}
  SetOutPath "$TEMP"
  SetDetailsPrint both
  ${If} $Update = 1
    Call TryNew
  ${EndIf}
  DetailPrint "$(Replacing)"
  Call Swap
  ${If} $Stuck = 1
    !insertmacro FailWith ${FAILED} "replacing" "$(NotReplaced)"
  ${EndIf}
  StrCpy $Begun ""
  RMDir /r "$INSTDIR\${INCOMING}"
  ${If} $Portable = 0
    Call TellWindows
  ${EndIf}
  ${If} $Update = 1
    StrCpy $0 "done"
    StrCpy $1 ""
    Call ReportUpdate
  ${Else}
    Call DropPrevious
  ${EndIf}
  SetErrorLevel 0
SectionEnd

Function TellWindows
  ClearErrors
  WriteUninstaller "$INSTDIR\${UNINSTALLER}"
  Call WriteRemoval
  Call WriteShortcuts
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(NotComplete)" /SD IDOK
  ${EndIf}
  Call WriteKind
FunctionEnd
