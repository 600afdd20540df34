; What Windows is told of the program, all of it under the person's own branch of the registry.

!define REMOVAL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\eInvoice Desktop"
!define CLASSES "Software\Classes"
!define KIND "eInvoiceDesktop.Draft"
!define SUFFIX ".invdraft"
!define START_MENU "$SMPROGRAMS\eInvoice Desktop.lnk"
!define ON_DESKTOP "$DESKTOP\eInvoice Desktop.lnk"

!macro TellShell
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function WriteRemoval
  WriteRegStr HKCU "${REMOVAL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${REMOVAL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${REMOVAL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${REMOVAL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${REMOVAL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${REMOVAL_KEY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr HKCU "${REMOVAL_KEY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD HKCU "${REMOVAL_KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${REMOVAL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${REMOVAL_KEY}" "NoRepair" 1
FunctionEnd

; Drafts open with the program. Another program's claim on them stands; documents in JSON are nobody's.
Function WriteKind
  WriteRegStr HKCU "${CLASSES}\${KIND}" "" "$(DraftKind)"
  WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids" "${KIND}" ""
  ReadRegStr $0 HKCU "${CLASSES}\${SUFFIX}" ""
  ${If} $0 == ""
    WriteRegStr HKCU "${CLASSES}\${SUFFIX}" "" "${KIND}"
  ${EndIf}
  WriteRegStr HKCU "${CLASSES}\Applications\${PROGRAM}" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\Applications\${PROGRAM}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\${PROGRAM}\SupportedTypes" "${SUFFIX}" ""
  !insertmacro TellShell
FunctionEnd

Function un.RemoveKind
  DeleteRegKey HKCU "${CLASSES}\${KIND}"
  DeleteRegKey HKCU "${CLASSES}\Applications\${PROGRAM}"
  DeleteRegValue HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids" "${KIND}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids"
  ReadRegStr $0 HKCU "${CLASSES}\${SUFFIX}" ""
  ${If} $0 == "${KIND}"
    DeleteRegValue HKCU "${CLASSES}\${SUFFIX}" ""
  ${EndIf}
  DeleteRegKey /ifempty HKCU "${CLASSES}\${SUFFIX}"
  !insertmacro TellShell
FunctionEnd

; A shortcut starts the program in the person's own folder, so that no open program holds the installation's.
!macro Shortcut place
  SetOutPath "$PROFILE"
  CreateShortcut "${place}" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0
!macroend

Function OnDesktop
  !insertmacro Shortcut "${ON_DESKTOP}"
FunctionEnd

; An update gives nobody back the shortcut that was thrown away.
Function WriteShortcuts
  ${If} $Update = 0
  ${OrIf} ${FileExists} "${START_MENU}"
    !insertmacro Shortcut "${START_MENU}"
  ${EndIf}
  ${If} $WithDesktop = 1
  ${OrIf} ${FileExists} "${ON_DESKTOP}"
    Call OnDesktop
  ${EndIf}
FunctionEnd
