; Every sentence that setup and its removal say, in both languages.

!macro Text name english greek
  LangString ${name} ${LANG_ENGLISH} "${english}"
  LangString ${name} ${LANG_GREEK} "${greek}"
!macroend

!insertmacro Text WelcomeTitle "eInvoice Desktop ${VERSION}" "eInvoice Desktop ${VERSION}"
!insertmacro Text WelcomeText \
  "This sets up eInvoice Desktop for you alone. No administrator is needed.$\r$\n$\r$\nAn installation that is there already is brought to this version; invoices, drafts and settings stay as they are." \
  "Το eInvoice Desktop εγκαθίσταται μόνο για εσάς. Δεν χρειάζεται διαχειριστής.$\r$\n$\r$\nΑν υπάρχει ήδη εγκατάσταση, ενημερώνεται σε αυτή την έκδοση· τα παραστατικά, τα πρόχειρα και οι ρυθμίσεις μένουν όπως είναι."
!insertmacro Text FolderText \
  "The program goes into this folder. What you write with it is kept elsewhere, in ${DATA}." \
  "Το πρόγραμμα μπαίνει σε αυτόν τον φάκελο. Όσα γράφετε με αυτό φυλάσσονται αλλού, στο ${DATA}."
!insertmacro Text StartNow "Start eInvoice Desktop now" "Εκκίνηση του eInvoice Desktop τώρα"
!insertmacro Text OnDesktop "Put a shortcut on the desktop" "Συντόμευση στην επιφάνεια εργασίας"
!insertmacro Text DraftKind "Invoice draft" "Πρόχειρο παραστατικό"

!insertmacro Text Unpacking "Unpacking the program" "Αποσυμπίεση του προγράμματος"
!insertmacro Text Trying "Trying the new program" "Δοκιμή του νέου προγράμματος"
!insertmacro Text Replacing "Putting the program in its place" "Τοποθέτηση του προγράμματος"

!insertmacro Text Needs64Bit \
  "eInvoice Desktop needs a 64-bit Windows; this one is 32-bit. Nothing was installed." \
  "Το eInvoice Desktop χρειάζεται Windows 64-bit· αυτά είναι 32-bit. Δεν εγκαταστάθηκε τίποτα."
!insertmacro Text NeedsWindows10 \
  "eInvoice Desktop needs Windows 10 or newer. Nothing was installed." \
  "Το eInvoice Desktop χρειάζεται Windows 10 ή νεότερα. Δεν εγκαταστάθηκε τίποτα."
!insertmacro Text NeedsWindows11OnArm \
  "On a computer with an ARM processor eInvoice Desktop needs Windows 11. Nothing was installed." \
  "Σε υπολογιστή με επεξεργαστή ARM το eInvoice Desktop χρειάζεται Windows 11. Δεν εγκαταστάθηκε τίποτα."
!insertmacro Text AnotherSetup \
  "Another setup of eInvoice Desktop is running. Let it end first." \
  "Εκτελείται ήδη άλλη εγκατάσταση του eInvoice Desktop. Αφήστε την πρώτα να τελειώσει."
!insertmacro Text CloseFirst \
  "eInvoice Desktop is open. Close it, then press Retry; what you have typed is kept as a draft." \
  "Το eInvoice Desktop είναι ανοιχτό. Κλείστε το και πατήστε «Επανάληψη»· όσα πληκτρολογήσατε μένουν ως πρόχειρο."
!insertmacro Text StillOpen \
  "eInvoice Desktop is still open, so nothing was changed." \
  "Το eInvoice Desktop είναι ακόμη ανοιχτό, γι’ αυτό δεν άλλαξε τίποτα."
!insertmacro Text NoRoom \
  "There is too little room on the disk. ${MEGABYTES} MB are needed; nothing was changed." \
  "Δεν υπάρχει αρκετός χώρος στον δίσκο. Χρειάζονται ${MEGABYTES} MB· δεν άλλαξε τίποτα."
!insertmacro Text FolderOfData \
  "This folder holds invoices and drafts. Choose another one for the program." \
  "Αυτός ο φάκελος περιέχει παραστατικά και πρόχειρα. Επιλέξτε άλλον για το πρόγραμμα."
!insertmacro Text FolderOfAnother \
  "This folder holds another program. Choose an empty one." \
  "Αυτός ο φάκελος περιέχει άλλο πρόγραμμα. Επιλέξτε έναν άδειο."
!insertmacro Text FolderLocked \
  "You may not write into this folder. Choose one of your own; no administrator is needed for that." \
  "Δεν επιτρέπεται να γράψετε σε αυτόν τον φάκελο. Επιλέξτε έναν δικό σας· δεν χρειάζεται διαχειριστής."
!insertmacro Text NotUnpacked \
  "The program could not be unpacked. All is as it was." \
  "Το πρόγραμμα δεν αποσυμπιέστηκε. Όλα είναι όπως ήταν."
!insertmacro Text NotReplaced \
  "The program could not be put in its place; another program, an antivirus perhaps, holds its files. All is as it was." \
  "Το πρόγραμμα δεν μπήκε στη θέση του· κάποιο άλλο, ίσως ένα antivirus, κρατά τα αρχεία του. Όλα είναι όπως ήταν."
!insertmacro Text DoesNotWork \
  "The new program does not work on this computer. The old one stays." \
  "Το νέο πρόγραμμα δεν λειτουργεί σε αυτόν τον υπολογιστή. Μένει το παλιό."
!insertmacro Text NotComplete \
  "The program is in its place, but Windows did not take its entries (start menu, removal, kind of file). Run setup again." \
  "Το πρόγραμμα μπήκε στη θέση του, αλλά τα Windows δεν δέχτηκαν τις καταχωρίσεις του (μενού Έναρξης, κατάργηση, τύπος αρχείου). Εκτελέστε ξανά την εγκατάσταση."

!insertmacro Text RemoveTitle "Remove eInvoice Desktop" "Κατάργηση του eInvoice Desktop"
!insertmacro Text RemoveSubtitle "The program goes; what you wrote stays." "Το πρόγραμμα φεύγει· όσα γράψατε μένουν."
!insertmacro Text RemoveText \
  "The program is removed from this computer. Invoices, drafts, settings and backups stay in this folder, and a later installation finds them there:" \
  "Το πρόγραμμα αφαιρείται από αυτόν τον υπολογιστή. Παραστατικά, πρόχειρα, ρυθμίσεις και αντίγραφα ασφαλείας μένουν σε αυτόν τον φάκελο, όπου θα τα βρει μια επόμενη εγκατάσταση:"
!insertmacro Text RemoveButton "Remove" "Κατάργηση"
!insertmacro Text DeleteData "Delete everything in this folder too" "Διαγραφή και όλων όσων έχει αυτός ο φάκελος"
!insertmacro Text DeleteWarning \
  "Careful: issued invoices and their proof are then gone from this computer for good. The law demands that they be kept for years. Make a backup first (Ctrl+B in the program) and put it elsewhere." \
  "Προσοχή: τα εκδοθέντα παραστατικά και τα αποδεικτικά τους χάνονται οριστικά από αυτόν τον υπολογιστή. Ο νόμος απαιτεί να φυλάσσονται για χρόνια. Πάρτε πρώτα αντίγραφο ασφαλείας (Ctrl+B στο πρόγραμμα) και βάλτε το αλλού."
!insertmacro Text DeleteSure \
  "Really delete everything that was written with eInvoice Desktop?" \
  "Να διαγραφούν πράγματι όλα όσα γράφτηκαν με το eInvoice Desktop;"
!insertmacro Text NotRemoved \
  "Some files could not be deleted; they are in $INSTDIR." \
  "Κάποια αρχεία δεν διαγράφηκαν· βρίσκονται στο $INSTDIR."
