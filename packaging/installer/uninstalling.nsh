; Removes the program, never what was written with it unless that was asked for.

Var DeleteData
Var DataBox

Function un.onInit
  InitPluginsDir
  ${un.GetParameters} $R0
  StrCpy $DeleteData 0
  ClearErrors
  ${un.GetOptions} $R0 "/DELETEDATA" $R1
  ${IfNot} ${Errors}
  ${AndIf} ${Silent}
    StrCpy $DeleteData 1
  ${EndIf}
  !insertmacro ChooseLanguage "un."
  Call un.CheckAlone
  ${If} $0 = 1
    MessageBox MB_OK|MB_ICONSTOP "$(AnotherSetup)" /SD IDOK
    SetErrorLevel ${ANOTHER_SETUP}
    Quit
  ${EndIf}
FunctionEnd

; A folder is taken for the program's data only where its books or its settings are.
!macro HasData
  ${If} ${FileExists} "${DATA}\books.sqlite"
  ${OrIf} ${FileExists} "${DATA}\settings.ini"
!macroend

Function un.AskAboutData
  !insertmacro MUI_HEADER_TEXT "$(RemoveTitle)" "$(RemoveSubtitle)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 34u "$(RemoveText)"
  Pop $0
  ${NSD_CreateText} 0 38u 100% 13u "${DATA}"
  Pop $0
  SendMessage $0 ${EM_SETREADONLY} 1 0
  StrCpy $DataBox ""
  !insertmacro HasData
    ${NSD_CreateCheckbox} 0 62u 100% 12u "$(DeleteData)"
    Pop $DataBox
    ${NSD_CreateLabel} 12u 77u 95% 44u "$(DeleteWarning)"
    Pop $0
  ${EndIf}
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(RemoveButton)"
  nsDialogs::Show
FunctionEnd

Function un.OnAboutData
  StrCpy $DeleteData 0
  ${If} $DataBox != ""
    ${NSD_GetState} $DataBox $0
    ${If} $0 = ${BST_CHECKED}
      MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONEXCLAMATION "$(DeleteSure)" IDYES sure
      Abort
      sure:
      StrCpy $DeleteData 1
    ${EndIf}
  ${EndIf}
FunctionEnd

; The program that the person started has handed on to a copy, and may still be ending.
Function un.DeleteItself
  StrCpy $1 0
  ${While} ${FileExists} "$INSTDIR\${UNINSTALLER}"
    Delete "$INSTDIR\${UNINSTALLER}"
    IntOp $1 $1 + 1
    ${If} $1 > 20
    ${OrIf} $EXEPATH == "$INSTDIR\${UNINSTALLER}"
      ${Break}
    ${EndIf}
    Sleep 250
  ${EndWhile}
FunctionEnd

Section "Uninstall"
  SetOutPath "$TEMP"
  Call un.WaitForClosing
  ${If} $0 != ""
    MessageBox MB_OK|MB_ICONSTOP "$(StillOpen)" /SD IDOK
    SetErrorLevel ${STILL_OPEN}
    Quit
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\${PREVIOUS}\${LIST}"
    StrCpy $0 "$INSTDIR\${PREVIOUS}"
    Call un.DeleteListed
    RMDir "$INSTDIR\${PREVIOUS}"
  ${EndIf}
  StrCpy $0 "$INSTDIR"
  Call un.DeleteListed
  Call un.DeleteItself
  Call un.RemoveKind
  Delete "${START_MENU}"
  Delete "${ON_DESKTOP}"
  DeleteRegKey HKCU "${REMOVAL_KEY}"
  ${If} $DeleteData = 1
    !insertmacro HasData
      RMDir /r "${DATA}"
    ${EndIf}
  ${EndIf}
  RMDir "$INSTDIR"
  SetErrorLevel 0
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(NotRemoved)" /SD IDOK
    SetErrorLevel ${FAILED}
  ${EndIf}
SectionEnd
