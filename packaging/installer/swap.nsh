; Moves programs between the folder, what comes in and what was there before, and deletes what is the program's own.

; How far it went: nothing yet, 0 unpacking beside, 1 the present program away, 2 the new one in.
Var Begun
Var Stuck

!macro Trimmed variable
  ${Do}
    StrCpy $9 ${variable} 1 -1
    ${If} $9 != "$\r"
    ${AndIf} $9 != "$\n"
      ${ExitDo}
    ${EndIf}
    StrCpy ${variable} ${variable} -1
  ${Loop}
!macroend

; Moves one file or folder from $3 to $4, again and again for ten seconds: an antivirus may be reading it.
; Leaves 1 in $Stuck if it stays where it is.
Function MoveOne
  StrCpy $5 0
  ${Do}
    ClearErrors
    Rename $3 $4
    ${IfNot} ${Errors}
      Return
    ${EndIf}
    Sleep 250
    IntOp $5 $5 + 1
  ${LoopUntil} $5 > 40
  StrCpy $Stuck 1
FunctionEnd

; Moves the program in $0 to $1: its inside first, of which one open file stops the whole, then what its list
; names beside it, which stands in front there. Stops at what stays behind, with 1 in $Stuck; what is not there
; is not missed.
Function MoveProgram
  StrCpy $Stuck 0
  CreateDirectory $1
  ${If} ${FileExists} "$0\${INSIDE}\*.*"
    StrCpy $3 "$0\${INSIDE}"
    StrCpy $4 "$1\${INSIDE}"
    Call MoveOne
    ${If} $Stuck = 1
      Return
    ${EndIf}
  ${EndIf}
  ClearErrors
  FileOpen $2 "$1\${LIST}" r
  ${If} ${Errors}
    StrCpy $Stuck 1
    Return
  ${EndIf}
  ${Do}
    ClearErrors
    FileReadUTF16LE $2 $6
    ${If} ${Errors}
      ${ExitDo}
    ${EndIf}
    !insertmacro Trimmed $6
    ${WordFind} "$6" "\" "*" $7
    ${If} $7 != $6
      ${ExitDo}
    ${EndIf}
    ${If} $6 != ""
    ${AndIf} ${FileExists} "$0\$6"
      StrCpy $3 "$0\$6"
      StrCpy $4 "$1\$6"
      Delete $4
      Call MoveOne
    ${EndIf}
  ${LoopUntil} $Stuck = 1
  FileClose $2
FunctionEnd

; The present program goes to `previous`, the new one into its place. Leaves 1 in $Stuck if not.
Function Swap
  Call DropPrevious
  StrCpy $Begun 1
  ${If} ${FileExists} "$INSTDIR\${LIST}"
    StrCpy $0 "$INSTDIR"
    StrCpy $1 "$INSTDIR\${PREVIOUS}"
    Call MoveProgram
    ${If} $Stuck = 1
      Return
    ${EndIf}
  ${EndIf}
  StrCpy $Begun 2
  StrCpy $0 "$INSTDIR\${INCOMING}"
  StrCpy $1 "$INSTDIR"
  Call MoveProgram
FunctionEnd

; Undoes what Swap began, and takes away what was unpacked.
Function GoBack
  SetOutPath "$TEMP"
  ${If} $Begun == ""
    RMDir "$INSTDIR"
    Return
  ${EndIf}
  ${If} $Begun >= 2
    StrCpy $0 "$INSTDIR"
    StrCpy $1 "$INSTDIR\${INCOMING}"
    Call MoveProgram
  ${EndIf}
  ${If} $Begun >= 1
  ${AndIf} ${FileExists} "$INSTDIR\${PREVIOUS}\*.*"
    StrCpy $0 "$INSTDIR\${PREVIOUS}"
    StrCpy $1 "$INSTDIR"
    Call MoveProgram
    RMDir "$INSTDIR\${PREVIOUS}"
  ${EndIf}
  StrCpy $Begun ""
  RMDir /r "$INSTDIR\${INCOMING}"
  RMDir "$INSTDIR"
FunctionEnd

; Deletes of the folder $0 what its list names, and each folder of the list that is empty then (its line ends
; with a backslash). Nothing else, and nothing outside of $0.
!macro DeleteListed un
Function ${un}DeleteListed
  System::Call 'kernel32::CopyFile(t "$0\${LIST}", t "$PLUGINSDIR\list.txt", i 0)'
  ClearErrors
  FileOpen $2 "$PLUGINSDIR\list.txt" r
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
    ${${un}WordFind} "$6" ".." "*" $7
    ${${un}WordFind} "$6" ":" "*" $8
    ${If} $6 != ""
    ${AndIf} $7 == $6
    ${AndIf} $8 == $6
      StrCpy $9 $6 1 -1
      ${If} $9 == "\"
        RMDir "$0\$6"
      ${Else}
        Delete "$0\$6"
      ${EndIf}
    ${EndIf}
  ${Loop}
  FileClose $2
  Delete "$PLUGINSDIR\list.txt"
FunctionEnd
!macroend
!insertmacro DeleteListed ""
!insertmacro DeleteListed "un."

; Deletes the program of before. What somebody else has put into it stays, in a folder out of the way.
Function DropPrevious
  ${If} ${FileExists} "$INSTDIR\${PREVIOUS}\${LIST}"
    StrCpy $0 "$INSTDIR\${PREVIOUS}"
    Call DeleteListed
  ${EndIf}
  RMDir "$INSTDIR\${PREVIOUS}"
  StrCpy $1 2
  ${While} ${FileExists} "$INSTDIR\${PREVIOUS}\*.*"
    Rename "$INSTDIR\${PREVIOUS}" "$INSTDIR\${PREVIOUS}-$1"
    IntOp $1 $1 + 1
    ${If} $1 > 99
      ${Break}
    ${EndIf}
  ${EndWhile}
FunctionEnd
