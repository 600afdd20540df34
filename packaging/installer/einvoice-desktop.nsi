; The setup program for Windows: per user, without an administrator, in Greek and English.
;
; packaging/distribute.py writes the file BUILD, which says what is packed:
;   VERSION, NUMBERS (four of them), PUBLISHER, FILES (folder\*), OUTPUT, TARGET, BYTES, KILOBYTES, MEGABYTES,
;   ICON, PICTURE, SIGNING
;
; Switches: /S silent   /D=FOLDER where to (last, without quotes)   /DESKTOP with a shortcut on the desktop
;           /LANG=1032 or 1033 Greek or English, whatever Windows speaks
; For the program's own update (always with /S):
;           /UPDATE /WAIT=PID /RESULT=FILE.ini [/PORTABLE] /D=FOLDER
;           FILE.ini is UTF-16 with a byte order mark; its line "start=" holds the words to start the program with.
; Exit status: 0 done; 1 given up by the person; 2 not done, all is as it was; 3 not for this Windows;
;           4 the program is still open; 5 the new program does not work here, the old one stays;
;           6 too little room; 7 the folder cannot be used; 8 another setup is running.

!include "${BUILD}"
Target ${TARGET}
SetCompressor /SOLID lzma
SetCompressorDictSize 32

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"
!include "WordFunc.nsh"
!include "WinVer.nsh"
!include "x64.nsh"
!include "nsDialogs.nsh"

!define NAME "eInvoice Desktop"
!define PROGRAM "einvoice-desktop.exe"
!define CONSOLE "einvoice-desktop-console.exe"
!define UNINSTALLER "Uninstall.exe"
!define INSIDE "_internal"
; What the folder's program consists of; a folder with this list in it is ours.
!define LIST "_internal\program-files.txt"
!define INCOMING "einvoice-desktop-incoming"
!define PREVIOUS "previous"
!define DATA "$LOCALAPPDATA\eInvoice Desktop"
!define WAIT_SECONDS 60

!define FAILED 2
!define UNSUITABLE 3
!define STILL_OPEN 4
!define DOES_NOT_WORK 5
!define NO_ROOM 6
!define BAD_FOLDER 7
!define ANOTHER_SETUP 8

Name "${NAME}"
OutFile "${OUTPUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\eInvoice Desktop"
InstallDirRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\Uninstall\eInvoice Desktop" "InstallLocation"
CRCCheck force
AllowSkipFiles off
ManifestDPIAware true
ManifestSupportedOS Win10
ShowInstDetails hide
ShowUninstDetails hide
BrandingText "${NAME} ${VERSION}"
!ifdef SIGNING
  !finalize '${SIGNING} "%1"' = 0
  !uninstfinalize '${SIGNING} "%1"' = 0
!endif

!ifdef ICON
  !define MUI_ICON "${ICON}"
  !define MUI_UNICON "${ICON}"
!endif
!ifdef PICTURE
  !define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!endif
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "$(WelcomeTitle)"
!define MUI_WELCOMEPAGE_TEXT "$(WelcomeText)"
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(FolderText)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "$(StartNow)"
!define MUI_FINISHPAGE_SHOWREADME ""
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(OnDesktop)"
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION OnDesktop

!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE OnFolderChosen
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.AskAboutData un.OnAboutData
!insertmacro MUI_UNPAGE_INSTFILES

; The first language speaks where Windows speaks neither.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Greek"
!include "texts.nsh"

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
!macro VersionWords language description
  VIAddVersionKey /LANG=${language} "ProductName" "${NAME}"
  VIAddVersionKey /LANG=${language} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "FileDescription" "${description}"
  VIAddVersionKey /LANG=${language} "CompanyName" "${PUBLISHER}"
  VIAddVersionKey /LANG=${language} "LegalCopyright" "${PUBLISHER}"
!macroend
!insertmacro VersionWords ${LANG_ENGLISH} "Sets up eInvoice Desktop"
!insertmacro VersionWords ${LANG_GREEK} "Εγκατάσταση του eInvoice Desktop"

; What the words of the command line say.
Var Update
Var Portable
Var WithDesktop
Var Pid
Var Result

!include "checks.nsh"
!include "swap.nsh"
!include "places.nsh"
!include "installing.nsh"
!include "uninstalling.nsh"
