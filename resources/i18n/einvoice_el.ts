<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="el_GR" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About</source>
        <translation>Σχετικά</translation>
    </message>
    <message>
        <source>Licences of the parts</source>
        <translation>Άδειες χρήσης των μερών</translation>
    </message>
    <message>
        <source>Composes, issues and keeps electronic invoices for Greece.</source>
        <translation>Συντάσσει, εκδίδει και φυλά ηλεκτρονικά τιμολόγια για την Ελλάδα.</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Έκδοση {0}</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Φάκελος δεδομένων</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Βιβλία</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Αρχεία καταγραφής</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
</context>
<context>
    <name>Alarms</name>
    <message>
        <source>Not issued yet: {0} waiting, the oldest for {1}. Look in the outbox why.</source>
        <translation>Δεν έχουν εκδοθεί ακόμη: {0} σε αναμονή, το παλαιότερο εδώ και {1}: δείτε στα Εξερχόμενα γιατί.</translation>
    </message>
    <message>
        <source>Show outbox</source>
        <translation>Εξερχόμενα</translation>
    </message>
    <message>
        <source>Sending has stopped by a fault of the program. Nothing is lost; nothing is sent.</source>
        <translation>Η αποστολή σταμάτησε από σφάλμα του προγράμματος. Τίποτα δεν χάθηκε, τίποτα δεν στέλνεται.</translation>
    </message>
    <message>
        <source>Restart sending</source>
        <translation>Επανέναρξη αποστολής</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {0} ahead of the provider&apos;s. Set it: dates depend on it.</source>
        <translation>Το ρολόι του υπολογιστή πάει {0} μπροστά από του παρόχου. Διορθώστε το: από αυτό εξαρτώνται οι ημερομηνίες.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {0} behind the provider&apos;s. Set it: dates depend on it.</source>
        <translation>Το ρολόι του υπολογιστή πάει {0} πίσω από του παρόχου. Διορθώστε το: από αυτό εξαρτώνται οι ημερομηνίες.</translation>
    </message>
</context>
<context>
    <name>ArchiveFilters</name>
    <message>
        <source>All types</source>
        <translation>Όλοι οι τύποι</translation>
    </message>
    <message>
        <source>Search by customer, VAT number, series, MARK…</source>
        <translation>Αναζήτηση με πελάτη, ΑΦΜ, σειρά, ΜΑΡΚ…</translation>
    </message>
    <message>
        <source>Search the archive</source>
        <translation>Αναζήτηση στα εκδοθέντα</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>Κάθε ημερομηνία</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Σήμερα</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Αυτός ο μήνας</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Προηγούμενος μήνας</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Φέτος</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Πέρυσι</translation>
    </message>
    <message>
        <source>From – to…</source>
        <translation>Από – έως…</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Εκδόθηκαν</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Απορρίφθηκαν</translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>Εκκρεμούν</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Κάθε κατάσταση</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Περίοδος</translation>
    </message>
    <message>
        <source>Document type</source>
        <translation>Τύπος παραστατικού</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Κατάσταση</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Από</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Έως</translation>
    </message>
    <message>
        <source>From date</source>
        <translation>Από ημερομηνία</translation>
    </message>
    <message>
        <source>To date</source>
        <translation>Έως ημερομηνία</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Καθαρισμός φίλτρων</translation>
    </message>
</context>
<context>
    <name>ArchiveFoot</name>
    <message>
        <source>Documents: {1}. The newest {0} are listed; narrow the search to see others.</source>
        <translation>Παραστατικά: {1}. Εμφανίζονται τα {0} νεότερα· περιορίστε την αναζήτηση για να δείτε άλλα.</translation>
    </message>
    <message>
        <source>The newest {0} documents are listed; narrow the search to see others.</source>
        <translation>Εμφανίζονται τα {0} νεότερα παραστατικά· περιορίστε την αναζήτηση για να δείτε άλλα.</translation>
    </message>
    <message>
        <source>Documents: {0}…</source>
        <translation>Παραστατικά: {0}…</translation>
    </message>
    <message>
        <source>Documents: {0}</source>
        <translation>Παραστατικά: {0}</translation>
    </message>
    <message>
        <source>Selected: {0}</source>
        <translation>Επιλεγμένα: {0}</translation>
    </message>
    <message>
        <source>credit documents taken off: {0}</source>
        <translation>πιστωτικά, με αφαίρεση: {0}</translation>
    </message>
    <message>
        <source>{0} (net {1}, VAT {2})</source>
        <translation>{0} (καθαρή αξία {1}, ΦΠΑ {2})</translation>
    </message>
</context>
<context>
    <name>ArchivePage</name>
    <message>
        <source>Date</source>
        <translation>Ημερομηνία</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Κατάσταση</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Τύπος</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Αριθμός</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Πελάτης</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>ΑΦΜ</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Καθαρή</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ΦΠΑ</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Αξία</translation>
    </message>
    <message>
        <source>MARK</source>
        <translation>ΜΑΡΚ</translation>
    </message>
    <message>
        <source>No document answers to this. Press “Clear filters” to see all that were issued.</source>
        <translation>Δεν βρέθηκε κανένα παραστατικό. Πατήστε «Καθαρισμός φίλτρων» για να δείτε όλα όσα εκδόθηκαν.</translation>
    </message>
    <message>
        <source>Nothing has been issued yet.</source>
        <translation>Δεν έχει εκδοθεί τίποτα ακόμη.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Παραστατικά</translation>
    </message>
    <message>
        <source>Copied, to be pasted into a spreadsheet. Documents: {0}</source>
        <translation>Αντιγράφηκαν, έτοιμα για επικόλληση σε υπολογιστικό φύλλο. Παραστατικά: {0}</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Εκδοθέντα</translation>
    </message>
    <message>
        <source>Everything issued, newest first.</source>
        <translation>Όσα έχουν εκδοθεί, με τα νεότερα πρώτα.</translation>
    </message>
    <message>
        <source>Sealed documents</source>
        <translation>Παραστατικά</translation>
    </message>
    <message>
        <source>Show receipt</source>
        <translation>Εμφάνιση</translation>
    </message>
</context>
<context>
    <name>BackupDeeds</name>
    <message>
        <source>Backed up: {0}</source>
        <translation>Έγινε αντίγραφο: {0}</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Backups: by the books&apos; server</source>
        <translation>Αντίγραφα: από τον διακομιστή των βιβλίων</translation>
    </message>
    <message>
        <source>Backup failed: {0}</source>
        <translation>Απέτυχε το αντίγραφο: {0}</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Κανένα αντίγραφο ακόμη</translation>
    </message>
    <message>
        <source>Last backup {0}</source>
        <translation>Τελευταίο αντίγραφο {0}</translation>
    </message>
    <message>
        <source> – in the data folder</source>
        <translation> – στον φάκελο δεδομένων</translation>
    </message>
    <message>
        <source>The chosen folder is not there: {0}. The backup is in the data folder.</source>
        <translation>Ο φάκελος που επιλέξατε δεν υπάρχει: {0}. Το αντίγραφο είναι στον φάκελο δεδομένων.</translation>
    </message>
    <message>
        <source>today {0}</source>
        <translation>σήμερα {0}</translation>
    </message>
    <message>
        <source>yesterday {0}</source>
        <translation>χθες {0}</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>ημερήσιο</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>χειροκίνητο</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>πριν από επαναφορά</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>πριν από ενημέρωση</translation>
    </message>
    <message>
        <source>settings alone</source>
        <translation>μόνο ρυθμίσεις</translation>
    </message>
    <message>
        <source>✓ verified</source>
        <translation>✓ ελεγμένο</translation>
    </message>
    <message>
        <source>⚠ journal altered</source>
        <translation>⚠ αλλοιωμένο</translation>
    </message>
    <message>
        <source>Only settings are in it: the books stay as they are.</source>
        <translation>Περιέχει μόνο ρυθμίσεις: τα βιβλία μένουν όπως είναι.</translation>
    </message>
    <message>
        <source>The books will be as they were on {0}, with {1} documents.</source>
        <translation>Τα βιβλία θα γίνουν όπως ήταν στις {0}, με {1} παραστατικά.</translation>
    </message>
    <message>
        <source>They are other books than those here. Issued here and missing then: {0}.</source>
        <translation>Είναι άλλα βιβλία από αυτά εδώ. Εκδόθηκαν εδώ και θα λείπουν: {0}.</translation>
    </message>
    <message>
        <source>What was issued since cannot be read from the books here.</source>
        <translation>Όσα εκδόθηκαν από τότε δεν διαβάζονται από τα βιβλία εδώ.</translation>
    </message>
    <message>
        <source>Issued since and missing then: {0}.</source>
        <translation>Εκδόθηκαν από τότε και θα λείπουν: {0}.</translation>
    </message>
    <message>
        <source>No document has been issued since.</source>
        <translation>Από τότε δεν έχει εκδοθεί παραστατικό.</translation>
    </message>
    <message>
        <source>What was on its way then is asked about at the provider. Each series asks for its last number before its next document. Drafts are as they were: each says so before it is issued, for it may have been issued since.</source>
        <translation>Για όσα ήταν τότε καθ&apos; οδόν ερωτάται ο πάροχος. Κάθε σειρά ζητά τον τελευταίο αριθμό της πριν από το επόμενο παραστατικό της. Τα πρόχειρα είναι όπως ήταν: καθένα το λέει πριν εκδοθεί, γιατί ίσως έχει εκδοθεί από τότε.</translation>
    </message>
    <message>
        <source>The books as they are now are kept as a backup first.</source>
        <translation>Πρώτα κρατιέται αντίγραφο των βιβλίων όπως είναι τώρα.</translation>
    </message>
    <message>
        <source>⚠ The journal was altered at entry {0} when it was made.</source>
        <translation>⚠ Όταν έγινε, το ημερολόγιο είχε αλλοιωθεί στην εγγραφή {0}.</translation>
    </message>
    <message>
        <source>They stay at the provider and the authority.</source>
        <translation>Παραμένουν στον πάροχο και στην ΑΑΔΕ.</translation>
    </message>
    <message>
        <source>The settings of {0} are back.</source>
        <translation>Επανήλθαν οι ρυθμίσεις της {0}.</translation>
    </message>
    <message>
        <source>The books of {0} are back. Asked about at the provider: {1}. Each series asks for its last number before its next document.</source>
        <translation>Επανήλθαν τα βιβλία της {0}. Ερωτώνται στον πάροχο: {1}. Κάθε σειρά ζητά τον τελευταίο αριθμό της πριν από το επόμενο παραστατικό της.</translation>
    </message>
    <message>
        <source>The books before: {0}</source>
        <translation>Τα προηγούμενα βιβλία: {0}</translation>
    </message>
    <message>
        <source>Restoring the books of {0}…</source>
        <translation>Επαναφορά των βιβλίων της {0}…</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Made</source>
        <translation>Έγινε</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Γιατί</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Παραστατικά</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Μέγεθος</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Έλεγχος</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Από</translation>
    </message>
    <message>
        <source>these books</source>
        <translation>αυτά τα βιβλία</translation>
    </message>
    <message>
        <source>another data folder</source>
        <translation>άλλον φάκελο δεδομένων</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Επαναφορά αντιγράφου</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Αντίγραφα ασφαλείας</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Αντίγραφο τώρα</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Επαναφορά…</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Από αρχείο…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Άνοιγμα φακέλου</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>The books are on {0} and need that server&apos;s own backup. Here only the settings are kept.</source>
        <translation>Τα βιβλία βρίσκονται στον διακομιστή {0} και χρειάζονται το δικό του αντίγραφο. Εδώ κρατιούνται μόνο οι ρυθμίσεις.</translation>
    </message>
    <message>
        <source>A backup is one file with the books and settings, checked when it is made. Keys and passwords are never in it.</source>
        <translation>Το αντίγραφο είναι ένα αρχείο με τα βιβλία και τις ρυθμίσεις, ελεγμένο όταν γίνεται. Κλειδιά και κωδικοί δεν μπαίνουν ποτέ σε αυτό.</translation>
    </message>
    <message>
        <source>{0} is not there today: backups go to the data folder meanwhile.</source>
        <translation>Ο φάκελος {0} δεν υπάρχει σήμερα: τα αντίγραφα πηγαίνουν ως τότε στον φάκελο δεδομένων.</translation>
    </message>
    <message>
        <source>They go to {0}</source>
        <translation>Φυλάσσονται στο {0}</translation>
    </message>
</context>
<context>
    <name>BackupsOffered</name>
    <message>
        <source>The newest verified backup is of {0}, with {1} documents.</source>
        <translation>Το νεότερο ελεγμένο αντίγραφο είναι της {0}, με {1} παραστατικά.</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Επαναφορά αντιγράφου…</translation>
    </message>
</context>
<context>
    <name>BookDeeds</name>
    <message>
        <source>Journal: {0}</source>
        <translation>Ημερολόγιο: {0}</translation>
    </message>
    <message>
        <source>It has not been tried yet.</source>
        <translation>Δεν έχει γίνει προσπάθεια ακόμη.</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Τι στάλθηκε</translation>
    </message>
    <message>
        <source>No number has been given yet.</source>
        <translation>Δεν έχει δοθεί ακόμη αριθμός.</translation>
    </message>
    <message>
        <source>Numbers of the series</source>
        <translation>Αριθμοί των σειρών</translation>
    </message>
</context>
<context>
    <name>Branches</name>
    <message>
        <source>Seat</source>
        <translation>Έδρα</translation>
    </message>
</context>
<context>
    <name>BranchesBox</name>
    <message>
        <source>Branches</source>
        <translation>Υποκαταστήματα</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Αριθμός</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Όνομα</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Οδός</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Αρ.</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>ΤΚ</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Πόλη</translation>
    </message>
    <message>
        <source>Add a branch</source>
        <translation>Νέο υποκατάστημα</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Αφαίρεση</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>Sum</source>
        <translation>Σύνολο</translation>
    </message>
    <message>
        <source>{0}; {1} are left out and stay drafts</source>
        <translation>{0}· {1} μένουν έξω, ως πρόχειρα</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Παραστατικά</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Σειρά έκδοσης</translation>
    </message>
    <message>
        <source>as they are listed, from the top</source>
        <translation>όπως στον κατάλογο, από πάνω</translation>
    </message>
    <message>
        <source>{0} series more</source>
        <translation>και {0} σειρές ακόμη</translation>
    </message>
    <message>
        <source>branch {0}</source>
        <translation>υποκατάστημα {0}</translation>
    </message>
    <message>
        <source>the last number used is asked next</source>
        <translation>ο τελευταίος αριθμός ζητείται αμέσως μετά</translation>
    </message>
    <message>
        <source>with numbers of their own</source>
        <translation>με δικούς τους αριθμούς</translation>
    </message>
    <message>
        <source>number {0}</source>
        <translation>αριθμός {0}</translation>
    </message>
    <message>
        <source>numbers {0} to {1}</source>
        <translation>αριθμοί {0} έως {1}</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Καθαρή αξία</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ΦΠΑ</translation>
    </message>
    <message>
        <source>without customer details</source>
        <translation>χωρίς στοιχεία πελάτη</translation>
    </message>
    <message>
        <source>Selected: {0}</source>
        <translation>Επιλεγμένα: {0}</translation>
    </message>
    <message>
        <source>credit documents taken off: {0}</source>
        <translation>πιστωτικά, με αφαίρεση: {0}</translation>
    </message>
    <message>
        <source>Sealed {0} of {1}</source>
        <translation>Σφραγίστηκαν {0} από {1}</translation>
    </message>
    <message>
        <source>issued {0}</source>
        <translation>εκδόθηκαν {0}</translation>
    </message>
    <message>
        <source>on their way {0}</source>
        <translation>καθ’ οδόν {0}</translation>
    </message>
    <message>
        <source>refused {0}</source>
        <translation>απορρίφθηκαν {0}</translation>
    </message>
    <message>
        <source>Issued {0} of {1}</source>
        <translation>Εκδόθηκαν {0} από {1}</translation>
    </message>
    <message>
        <source>refused by the provider: {0}</source>
        <translation>απορρίφθηκαν από τον πάροχο: {0}</translation>
    </message>
    <message>
        <source>stopped before the issue: {0}</source>
        <translation>σταμάτησαν πριν από την έκδοση: {0}</translation>
    </message>
    <message>
        <source>on their way: {0}</source>
        <translation>καθ’ οδόν: {0}</translation>
    </message>
    <message>
        <source>cancelled, drafts as they were: {0}</source>
        <translation>ακυρώθηκαν, πρόχειρα όπως ήταν: {0}</translation>
    </message>
</context>
<context>
    <name>BulkIssuing</name>
    <message>
        <source>These drafts are gone: they were issued or deleted.</source>
        <translation>Αυτά τα πρόχειρα δεν υπάρχουν πια: εκδόθηκαν ή διαγράφηκαν.</translation>
    </message>
    <message>
        <source>Nothing was issued. The drafts are as they were.</source>
        <translation>Δεν εκδόθηκε τίποτα. Τα πρόχειρα είναι όπως ήταν.</translation>
    </message>
    <message>
        <source>Nothing was issued: you went on with something else while the seconds ran.</source>
        <translation>Δεν εκδόθηκε τίποτα: συνεχίσατε με κάτι άλλο όσο μετρούσαν τα δευτερόλεπτα.</translation>
    </message>
</context>
<context>
    <name>BulkPanel</name>
    <message>
        <source>State</source>
        <translation>Κατάσταση</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Παραστατικό</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Πελάτης</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Ποσό</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>Τι ακολουθεί</translation>
    </message>
    <message>
        <source>Being sealed</source>
        <translation>Σφραγίζεται</translation>
    </message>
    <message>
        <source>No draft any more</source>
        <translation>Δεν υπάρχει πια</translation>
    </message>
    <message>
        <source>Not issued</source>
        <translation>Δεν εκδόθηκε</translation>
    </message>
    <message>
        <source>Stays a draft</source>
        <translation>Μένει πρόχειρο</translation>
    </message>
    <message>
        <source>Waits for {0}, whose outcome is open</source>
        <translation>Περιμένει το {0}, που η έκβασή του είναι ανοιχτή</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Συνέχεια</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Παύση</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Σε παύση</translation>
    </message>
    <message>
        <source>Issuing many documents</source>
        <translation>Έκδοση πολλών παραστατικών</translation>
    </message>
    <message>
        <source>Cancelled: the rest are drafts as they were</source>
        <translation>Ακυρώθηκε: τα υπόλοιπα είναι πρόχειρα όπως ήταν</translation>
    </message>
    <message>
        <source>Many documents issued</source>
        <translation>Η έκδοση τελείωσε</translation>
    </message>
    <message>
        <source>All are sealed, some on their way</source>
        <translation>Σφραγίστηκαν όλα, μερικά είναι καθ’ οδόν</translation>
    </message>
    <message>
        <source>Documents issued together</source>
        <translation>Παραστατικά που εκδίδονται μαζί</translation>
    </message>
    <message>
        <source>Cancel the rest</source>
        <translation>Ακύρωση υπολοίπων</translation>
    </message>
    <message>
        <source>Only the refused</source>
        <translation>Μόνο όσα απορρίφθηκαν</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>BulkReview</name>
    <message>
        <source>About to issue many documents</source>
        <translation>Πρόκειται να εκδοθούν πολλά παραστατικά</translation>
    </message>
    <message>
        <source>None of them can be issued. Enter opens the one that is marked.</source>
        <translation>Κανένα δεν μπορεί να εκδοθεί. Με Enter ανοίγει το επιλεγμένο.</translation>
    </message>
    <message>
        <source>It waits for you: look at these documents, then press Issue now.</source>
        <translation>Περιμένει εσάς: δείτε αυτά τα παραστατικά και πατήστε «Έκδοση τώρα».</translation>
    </message>
</context>
<context>
    <name>BulkRun</name>
    <message>
        <source>Issuing many documents is paused. {0}</source>
        <translation>Η έκδοση πολλών παραστατικών είναι σε παύση. {0}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Συνέχεια</translation>
    </message>
    <message>
        <source>Open the refused ones</source>
        <translation>Άνοιγμα όσων απορρίφθηκαν</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Εμφάνιση</translation>
    </message>
</context>
<context>
    <name>CancelPanel</name>
    <message>
        <source>Cancel this delivery note at the provider?</source>
        <translation>Ακύρωση αυτού του δελτίου αποστολής στον πάροχο;</translation>
    </message>
    <message>
        <source>It was asked for before, and nobody knows the outcome. Asking again is safe.</source>
        <translation>Έχει ήδη ζητηθεί και δεν ξέρουμε αν έγινε. Μπορείτε να τη ζητήσετε ξανά χωρίς κίνδυνο.</translation>
    </message>
    <message>
        <source>It cannot be taken back. The provider cancels a note only before the goods move.</source>
        <translation>Δεν αναιρείται. Ο πάροχος ακυρώνει δελτίο μόνο πριν ξεκινήσει η διακίνηση.</translation>
    </message>
    <message>
        <source>Cancel the note</source>
        <translation>Ακύρωση του δελτίου</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Να μείνει</translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source>An amount in the prices cannot be read, or can be no price or discount.</source>
        <translation>Ένα ποσό στις τιμές δεν διαβάζεται ή δεν μπορεί να είναι τιμή ή έκπτωση.</translation>
    </message>
    <message>
        <source>Show the other card</source>
        <translation>Άνοιγμα της άλλης</translation>
    </message>
    <message>
        <source>Save mine over it</source>
        <translation>Αποθήκευση από πάνω</translation>
    </message>
    <message>
        <source>Save as a new one</source>
        <translation>Αποθήκευση ως νέα</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Αποθήκευση</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Απόρριψη αλλαγών</translation>
    </message>
</context>
<context>
    <name>CardForm</name>
    <message>
        <source>Card</source>
        <translation>Καρτέλα</translation>
    </message>
</context>
<context>
    <name>CardForms</name>
    <message>
        <source>New customer</source>
        <translation>Νέος πελάτης</translation>
    </message>
    <message>
        <source>Customer: {0}</source>
        <translation>Πελάτης: {0}</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>Νέο είδος</translation>
    </message>
    <message>
        <source>Item: {0}</source>
        <translation>Είδος: {0}</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>Αποθηκεύτηκε: {0}</translation>
    </message>
    <message>
        <source>Not saved yet: {0}</source>
        <translation>Δεν έχει αποθηκευτεί: {0}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Συνέχεια</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Not saved yet: {0}</source>
        <translation>Δεν έχουν αποθηκευτεί: {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Αναίρεση</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Νέα καρτέλα</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Διαγραφή</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Συνέχεια</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Usual here</source>
        <translation>Συνήθη εδώ</translation>
    </message>
    <message>
        <source>All others – unusual for this document</source>
        <translation>Όλα τα άλλα – ασυνήθιστα σε αυτό το παραστατικό</translation>
    </message>
</context>
<context>
    <name>ColumnRoom</name>
    <message>
        <source>As at first</source>
        <translation>Όπως αρχικά</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>none</source>
        <translation>χωρίς</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Κωδικός</translation>
    </message>
    <message>
        <source>Item code</source>
        <translation>Κωδικός είδους</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Περιγραφή</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Μονάδα</translation>
    </message>
    <message>
        <source>Unit of measurement</source>
        <translation>Μονάδα μέτρησης</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Ποσ.</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Ποσότητα</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Τιμή</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Τιμή μονάδας</translation>
    </message>
    <message>
        <source>Discount %</source>
        <translation>Έκπτωση %</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Έκπτωση</translation>
    </message>
    <message>
        <source>Discount amount</source>
        <translation>Ποσό έκπτωσης</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ΦΠΑ</translation>
    </message>
    <message>
        <source>VAT category</source>
        <translation>Κατηγορία ΦΠΑ</translation>
    </message>
    <message>
        <source>Disc.%</source>
        <translation>Έκπ.%</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Αιτία</translation>
    </message>
    <message>
        <source>Reason for 0 % VAT</source>
        <translation>Αιτία εξαίρεσης από ΦΠΑ (0 %)</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Κατ.</translation>
    </message>
    <message>
        <source>Classification category (myDATA)</source>
        <translation>Κατηγορία χαρακτηρισμού (myDATA)</translation>
    </message>
    <message>
        <source>E3</source>
        <translation>Ε3</translation>
    </message>
    <message>
        <source>Classification type (myDATA, E3)</source>
        <translation>Τύπος χαρακτηρισμού (myDATA, Ε3)</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Καθαρή</translation>
    </message>
    <message>
        <source>Net value</source>
        <translation>Καθαρή αξία</translation>
    </message>
    <message>
        <source>VAT amount</source>
        <translation>Ποσό ΦΠΑ</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Σύνολο</translation>
    </message>
    <message>
        <source>Total value</source>
        <translation>Συνολική αξία</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Είδος</translation>
    </message>
    <message>
        <source>Kind of line</source>
        <translation>Είδος γραμμής</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Φόρος</translation>
    </message>
    <message>
        <source>Kind of tax</source>
        <translation>Είδος φόρου</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Κατηγορία</translation>
    </message>
    <message>
        <source>Tax category</source>
        <translation>Κατηγορία φόρου</translation>
    </message>
    <message>
        <source>Text on paper</source>
        <translation>Λεκτικό εκτύπωσης</translation>
    </message>
    <message>
        <source>Tax category as printed</source>
        <translation>Κατηγορία φόρου όπως εκτυπώνεται</translation>
    </message>
    <message>
        <source>On the amount</source>
        <translation>Επί αξίας</translation>
    </message>
    <message>
        <source>Amount that is taxed</source>
        <translation>Αξία επί της οποίας υπολογίζεται</translation>
    </message>
    <message>
        <source>Tax amount</source>
        <translation>Ποσό φόρου</translation>
    </message>
    <message>
        <source>Way of payment</source>
        <translation>Τρόπος πληρωμής</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Ποσό</translation>
    </message>
    <message>
        <source>Amount paid</source>
        <translation>Ποσό πληρωμής</translation>
    </message>
    <message>
        <source>Way of payment as printed</source>
        <translation>Τρόπος πληρωμής όπως εκτυπώνεται</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Παρατηρήσεις</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>Καύσιμο</translation>
    </message>
    <message>
        <source>Fuel code</source>
        <translation>Κωδικός καυσίμου</translation>
    </message>
    <message>
        <source>At 15°</source>
        <translation>Στους 15°</translation>
    </message>
    <message>
        <source>Quantity at 15 °C</source>
        <translation>Ποσότητα στους 15 °C</translation>
    </message>
    <message>
        <source>CPV</source>
        <translation>CPV</translation>
    </message>
    <message>
        <source>CPV code</source>
        <translation>Κωδικός CPV</translation>
    </message>
    <message>
        <source>EN unit</source>
        <translation>Μον. EN</translation>
    </message>
    <message>
        <source>Unit of EN 16931</source>
        <translation>Μονάδα κατά EN 16931</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Μέρος</translation>
    </message>
    <message>
        <source>Clearance or fee</source>
        <translation>Εκκαθάριση ή αμοιβή</translation>
    </message>
    <message>
        <source>Line kind</source>
        <translation>Είδος γρ.</translation>
    </message>
    <message>
        <source>Kind of line (fee, gift voucher, return)</source>
        <translation>Είδος γραμμής (τέλος, δωροεπιταγή, επιστροφή)</translation>
    </message>
    <message>
        <source>Withholding</source>
        <translation>Παρακράτηση</translation>
    </message>
    <message>
        <source>Withholding: category</source>
        <translation>Παρακράτηση: κατηγορία</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>Παρακρ.</translation>
    </message>
    <message>
        <source>Withholding: amount</source>
        <translation>Παρακράτηση: ποσό</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Τέλος</translation>
    </message>
    <message>
        <source>Fee: category</source>
        <translation>Τέλος: κατηγορία</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Τέλη</translation>
    </message>
    <message>
        <source>Fee: amount</source>
        <translation>Τέλος: ποσό</translation>
    </message>
    <message>
        <source>Other tax</source>
        <translation>Λοιπός φόρος</translation>
    </message>
    <message>
        <source>Other tax: category</source>
        <translation>Λοιπός φόρος: κατηγορία</translation>
    </message>
    <message>
        <source>Other taxes</source>
        <translation>Λοιποί φόροι</translation>
    </message>
    <message>
        <source>Other tax: amount</source>
        <translation>Λοιπός φόρος: ποσό</translation>
    </message>
    <message>
        <source>Stamp duty</source>
        <translation>Ψηφ. τέλος</translation>
    </message>
    <message>
        <source>Digital transaction fee: category</source>
        <translation>Ψηφιακό τέλος συναλλαγής: κατηγορία</translation>
    </message>
    <message>
        <source>Stamp amount</source>
        <translation>Ποσό τέλους</translation>
    </message>
    <message>
        <source>Digital transaction fee: amount</source>
        <translation>Ψηφιακό τέλος συναλλαγής: ποσό</translation>
    </message>
    <message>
        <source>Deductions</source>
        <translation>Κρατήσεις</translation>
    </message>
    <message>
        <source>Deductions: amount</source>
        <translation>Κρατήσεις: ποσό</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Φιλοδ.</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Τερματικό</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>Τερματικό κάρτας</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Συναλλαγή</translation>
    </message>
    <message>
        <source>Card transaction</source>
        <translation>Συναλλαγή κάρτας</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Υπογραφή</translation>
    </message>
    <message>
        <source>Provider&apos;s signature of the payment</source>
        <translation>Υπογραφή πληρωμής από τον πάροχο</translation>
    </message>
</context>
<context>
    <name>CompaniesDialog</name>
    <message>
        <source>Company</source>
        <translation>Εταιρεία</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>ΑΦΜ</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Περιβάλλον</translation>
    </message>
    <message>
        <source>First company</source>
        <translation>Πρώτη εταιρεία</translation>
    </message>
    <message>
        <source>All of it lies in {0}. To take a company away, close its window and delete its folder.</source>
        <translation>Όλα της βρίσκονται στο {0}. Για να φύγει μια εταιρεία, κλείστε το παράθυρό της και διαγράψτε τον φάκελό της.</translation>
    </message>
    <message>
        <source>New company</source>
        <translation>Νέα εταιρεία</translation>
    </message>
    <message>
        <source>Name and colour</source>
        <translation>Όνομα και χρώμα</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Εταιρείες</translation>
    </message>
    <message>
        <source>Each company has a window, books, keys and settings of its own; nothing of one is ever sent for another.</source>
        <translation>Κάθε εταιρεία έχει δικό της παράθυρο, δικά της βιβλία, κλειδιά και ρυθμίσεις· τίποτε της μιας δεν στέλνεται ποτέ για άλλη.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Νέα…</translation>
    </message>
    <message>
        <source>Name and colour…</source>
        <translation>Όνομα και χρώμα…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>Company</name>
    <message>
        <source>None</source>
        <translation>Κανένα</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Μπλε</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Πράσινο</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Πορτοκαλί</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Μωβ</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Κόκκινο</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Πετρόλ</translation>
    </message>
    <message>
        <source>Company: {0}</source>
        <translation>Εταιρεία: {0}</translation>
    </message>
</context>
<context>
    <name>CompanyDeeds</name>
    <message>
        <source>The window of {0} opens.</source>
        <translation>Ανοίγει το παράθυρο: {0}.</translation>
    </message>
    <message>
        <source>The window of {0} could not be opened.</source>
        <translation>Δεν άνοιξε το παράθυρο: {0}.</translation>
    </message>
    <message>
        <source>First company</source>
        <translation>Πρώτη εταιρεία</translation>
    </message>
    <message>
        <source>You are practising: nothing leaves this computer. Your own company takes minutes.</source>
        <translation>Κάνετε εξάσκηση: τίποτε δεν φεύγει από τον υπολογιστή. Η δική σας εταιρεία στήνεται σε λίγα λεπτά.</translation>
    </message>
    <message>
        <source>Set up my company…</source>
        <translation>Ρύθμιση της εταιρείας μου…</translation>
    </message>
</context>
<context>
    <name>CompanyForm</name>
    <message>
        <source>VAT number</source>
        <translation>ΑΦΜ</translation>
    </message>
    <message>
        <source>Registered name</source>
        <translation>Επωνυμία</translation>
    </message>
    <message>
        <source>Trade name</source>
        <translation>Διακριτικός τίτλος</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Δραστηριότητα</translation>
    </message>
    <message>
        <source>Tax office</source>
        <translation>ΔΟΥ</translation>
    </message>
    <message>
        <source>GEMI number</source>
        <translation>Αριθμός ΓΕΜΗ</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Οδός</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Αρ.</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>ΤΚ</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Πόλη</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Τηλέφωνο</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Branch issuing here</source>
        <translation>Εγκατάσταση που εκδίδει εδώ</translation>
    </message>
</context>
<context>
    <name>CompanyNameDialog</name>
    <message>
        <source>Keep</source>
        <translation>Αποθήκευση</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Άκυρο</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Όνομα</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Χρώμα</translation>
    </message>
</context>
<context>
    <name>CompanyStep</name>
    <message>
        <source>Company data</source>
        <translation>Στοιχεία εταιρείας</translation>
    </message>
    <message>
        <source>They stand as issuer on every new document. You find them again in the settings.</source>
        <translation>Είναι ο εκδότης σε κάθε νέο παραστατικό. Τα ξαναβρίσκετε στις ρυθμίσεις.</translation>
    </message>
    <message>
        <source>Branch {0} is not among the branches below.</source>
        <translation>Το υποκατάστημα {0} δεν είναι στον παρακάτω πίνακα.</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Υποκαταστήματα</translation>
    </message>
    <message>
        <source>As they are declared to the tax office; the seat is branch 0 and needs no row.</source>
        <translation>Όπως είναι δηλωμένα στη ΔΟΥ· η έδρα είναι η εγκατάσταση 0 και δεν γράφεται.</translation>
    </message>
</context>
<context>
    <name>Compose</name>
    <message>
        <source>Issuer</source>
        <translation>Εκδότης</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Πελάτης</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>Πωλητής</translation>
    </message>
    <message>
        <source>Income category</source>
        <translation>Κατηγορία εσόδων</translation>
    </message>
    <message>
        <source>E3 of income</source>
        <translation>Ε3 εσόδων</translation>
    </message>
    <message>
        <source>Expense category</source>
        <translation>Κατηγορία εξόδων</translation>
    </message>
    <message>
        <source>E3 of expenses</source>
        <translation>Ε3 εξόδων</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ΦΠΑ</translation>
    </message>
    <message>
        <source>Reason for 0 %</source>
        <translation>Αιτία για 0 %</translation>
    </message>
    <message>
        <source>What a document for it begins with</source>
        <translation>Προεπιλογές για τα παραστατικά του</translation>
    </message>
    <message>
        <source>Document type</source>
        <translation>Τύπος παραστατικού</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Σειρά</translation>
    </message>
    <message>
        <source>Way of payment</source>
        <translation>Τρόπος πληρωμής</translation>
    </message>
    <message>
        <source>Discount %</source>
        <translation>Έκπτωση %</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Είδος</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Κωδικός</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Περιγραφή</translation>
    </message>
    <message>
        <source>Second description</source>
        <translation>Δεύτερη περιγραφή</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Μονάδα</translation>
    </message>
    <message>
        <source>Price and VAT</source>
        <translation>Τιμή και ΦΠΑ</translation>
    </message>
    <message>
        <source>Price without VAT</source>
        <translation>Τιμή χωρίς ΦΠΑ</translation>
    </message>
    <message>
        <source>Classification (myDATA)</source>
        <translation>Χαρακτηρισμός (myDATA)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Αριθμός</translation>
    </message>
    <message>
        <source>given at issue</source>
        <translation>στην έκδοση</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ημερομηνία</translation>
    </message>
    <message>
        <source>today</source>
        <translation>σήμερα</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Νόμισμα</translation>
    </message>
    <message>
        <source>Special category</source>
        <translation>Ειδική κατηγορία</translation>
    </message>
    <message>
        <source>none</source>
        <translation>καμία</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>ΑΦΜ</translation>
    </message>
    <message>
        <source>Registered name</source>
        <translation>Επωνυμία</translation>
    </message>
    <message>
        <source>Trade name</source>
        <translation>Διακριτικός τίτλος</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Τηλέφωνο</translation>
    </message>
    <message>
        <source>Profession</source>
        <translation>Επάγγελμα</translation>
    </message>
    <message>
        <source>Tax office</source>
        <translation>ΔΟΥ</translation>
    </message>
    <message>
        <source>GEMI number</source>
        <translation>Αρ. ΓΕΜΗ</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Υποκ/μα</translation>
    </message>
    <message>
        <source>several: with commas</source>
        <translation>χωρίστε με κόμμα</translation>
    </message>
    <message>
        <source>MARK, or words: F4 finds</source>
        <translation>ΜΑΡΚ ή λέξεις: F4 αναζήτηση</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Διακίνηση</translation>
    </message>
    <message>
        <source>Also a delivery note</source>
        <translation>Και δελτίο αποστολής</translation>
    </message>
    <message>
        <source>Purpose of movement</source>
        <translation>Σκοπός διακίνησης</translation>
    </message>
    <message>
        <source>Other purpose, in words</source>
        <translation>Άλλος σκοπός, με λόγια</translation>
    </message>
    <message>
        <source>Dispatch date</source>
        <translation>Ημ. αποστολής</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Ώρα</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Όχημα</translation>
    </message>
    <message>
        <source>Means of transport</source>
        <translation>Μεταφορικό μέσο</translation>
    </message>
    <message>
        <source>Way of shipping</source>
        <translation>Τρόπος αποστολής</translation>
    </message>
    <message>
        <source>Place of loading</source>
        <translation>Τόπος φόρτωσης</translation>
    </message>
    <message>
        <source>From the issuer</source>
        <translation>Από τον εκδότη</translation>
    </message>
    <message>
        <source>Place of delivery</source>
        <translation>Τόπος παράδοσης</translation>
    </message>
    <message>
        <source>From the customer</source>
        <translation>Από τον πελάτη</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Μεταφορέας</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Συσκευασίες</translation>
    </message>
    <message>
        <source>Kind of package</source>
        <translation>Είδος συσκευασίας</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Τεμάχια</translation>
    </message>
    <message>
        <source>Reverse delivery note</source>
        <translation>Αντίστροφο δελτίο αποστολής</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Αιτία</translation>
    </message>
    <message>
        <source>Documents at myDATA</source>
        <translation>Παραστατικά στο myDATA</translation>
    </message>
    <message>
        <source>Correlated MARKs</source>
        <translation>Συσχετιζόμενα ΜΑΡΚ</translation>
    </message>
    <message>
        <source>Connected MARKs</source>
        <translation>Συνδεόμενα ΜΑΡΚ</translation>
    </message>
    <message>
        <source>MARKs of delivery notes</source>
        <translation>ΜΑΡΚ δελτίων αποστολής</translation>
    </message>
    <message>
        <source>Orders and other documents</source>
        <translation>Παραγγελίες και άλλα παραστατικά</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Αρ. παραγγελίας</translation>
    </message>
    <message>
        <source>Order series</source>
        <translation>Σειρά παραγγελίας</translation>
    </message>
    <message>
        <source>Order code</source>
        <translation>Κωδ. παραγγελίας</translation>
    </message>
    <message>
        <source>Customer&apos;s order number</source>
        <translation>Αρ. παραγγελίας πελάτη</translation>
    </message>
    <message>
        <source>Related documents</source>
        <translation>Σχετικά παραστατικά</translation>
    </message>
    <message>
        <source>Tax point date</source>
        <translation>Ημ. φορολογικού γεγονότος</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Σύμβαση</translation>
    </message>
    <message>
        <source>Contract code</source>
        <translation>Κωδ. σύμβασης</translation>
    </message>
    <message>
        <source>Title of the contract</source>
        <translation>Τίτλος σύμβασης</translation>
    </message>
    <message>
        <source>Orders of the contract</source>
        <translation>Παραγγελίες σύμβασης</translation>
    </message>
    <message>
        <source>Contracting authority&apos;s code</source>
        <translation>Κωδ. αναθέτουσας αρχής</translation>
    </message>
    <message>
        <source>Contracting authority</source>
        <translation>Αναθέτουσα αρχή</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Επωνυμία αρχής</translation>
    </message>
    <message>
        <source>Contract type</source>
        <translation>Είδος σύμβασης</translation>
    </message>
    <message>
        <source>Contract reference (ADAM), else 0</source>
        <translation>ΑΔΑΜ σύμβασης, αλλιώς 0</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Παραλήπτης</translation>
    </message>
    <message>
        <source>As the customer</source>
        <translation>Όπως ο πελάτης</translation>
    </message>
    <message>
        <source>Order and project</source>
        <translation>Παραγγελία και έργο</translation>
    </message>
    <message>
        <source>Buyer&apos;s reference (BT-10)</source>
        <translation>Αναφορά αγοραστή (BT-10)</translation>
    </message>
    <message>
        <source>Project (BT-11)</source>
        <translation>Έργο (BT-11)</translation>
    </message>
    <message>
        <source>Orders (BT-13)</source>
        <translation>Παραγγελίες (BT-13)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Από</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Έως</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Προϋπολογισμός</translation>
    </message>
    <message>
        <source>Registration (ADA)</source>
        <translation>Ανάληψη υποχρέωσης (ΑΔΑ)</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Δέσμευση</translation>
    </message>
    <message>
        <source>Web posting number</source>
        <translation>Αριθμός ανάρτησης</translation>
    </message>
    <message>
        <source>MIS code</source>
        <translation>Κωδικός MIS</translation>
    </message>
    <message>
        <source>Co-funded project</source>
        <translation>Συγχρηματοδοτούμενο έργο</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Έτος</translation>
    </message>
    <message>
        <source>Deed</source>
        <translation>Πράξη</translation>
    </message>
    <message>
        <source>Restaurant</source>
        <translation>Εστίαση</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Τραπέζι</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>Σερβιτόρος</translation>
    </message>
    <message>
        <source>Cancels the whole order</source>
        <translation>Ολική ακύρωση παραγγελίας</translation>
    </message>
    <message>
        <source>Cancels orders</source>
        <translation>Ακυρώνει παραγγελίες</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>Καύσιμα</translation>
    </message>
    <message>
        <source>Fuel invoice</source>
        <translation>Τιμολόγιο καυσίμων</translation>
    </message>
    <message>
        <source>Supply account</source>
        <translation>Αριθμός παροχής</translation>
    </message>
    <message>
        <source>Distributor&apos;s code</source>
        <translation>Κωδικός διανομέα</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Μεταχείριση</translation>
    </message>
    <message>
        <source>Self-billing</source>
        <translation>Αυτοτιμολόγηση</translation>
    </message>
    <message>
        <source>VAT suspended</source>
        <translation>Αναστολή ΦΠΑ</translation>
    </message>
    <message>
        <source>Recipient not obliged</source>
        <translation>Μη υπόχρεος λήπτης</translation>
    </message>
    <message>
        <source>Collected for others</source>
        <translation>Είσπραξη για τρίτους</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Είδος</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Αιτιολογία</translation>
    </message>
    <message>
        <source>Per cent</source>
        <translation>Ποσοστό %</translation>
    </message>
    <message>
        <source>Discounts and charges of the whole document</source>
        <translation>Εκπτώσεις και επιβαρύνσεις όλου του παραστατικού</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Συναλλαγή</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Τερματικό</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Φιλοδώρημα</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Είσπραξη</translation>
    </message>
    <message>
        <source>Total received</source>
        <translation>Σύνολο είσπραξης</translation>
    </message>
    <message>
        <source>By card</source>
        <translation>Με κάρτα</translation>
    </message>
    <message>
        <source>In cash</source>
        <translation>Μετρητοίς</translation>
    </message>
    <message>
        <source>By cheque</source>
        <translation>Με επιταγή</translation>
    </message>
    <message>
        <source>By voucher</source>
        <translation>Με κουπόνι</translation>
    </message>
    <message>
        <source>By remittance</source>
        <translation>Με έμβασμα</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Όροι</translation>
    </message>
    <message>
        <source>Terms of payment</source>
        <translation>Όροι πληρωμής</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Πληρωτέο έως</translation>
    </message>
    <message>
        <source>Payment reference</source>
        <translation>Αναφορά πληρωμής</translation>
    </message>
    <message>
        <source>Exchange rate</source>
        <translation>Ισοτιμία</translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation>Γλώσσα εντύπου</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Οδός</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Αριθμός</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Τ.Κ.</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Πόλη</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Χώρα</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Υπεύθυνος επικοινωνίας</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Φαξ</translation>
    </message>
    <message>
        <source>Web site</source>
        <translation>Ιστοσελίδα</translation>
    </message>
    <message>
        <source>Registration number</source>
        <translation>Αρ. μητρώου</translation>
    </message>
    <message>
        <source>Branch name</source>
        <translation>Όνομα υποκ/τος</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Παρατηρήσεις</translation>
    </message>
    <message>
        <source>Notify the customer</source>
        <translation>Ειδοποίηση πελάτη</translation>
    </message>
    <message>
        <source>Message to the customer</source>
        <translation>Μήνυμα προς τον πελάτη</translation>
    </message>
    <message>
        <source>choose: nobody, e-mail, mobile…</source>
        <translation>επιλέξτε: κανένας, e-mail, κινητό…</translation>
    </message>
    <message>
        <source>Attach the PDF</source>
        <translation>Αποστολή PDF</translation>
    </message>
    <message>
        <source>E-mails for the link</source>
        <translation>E-mail για τον σύνδεσμο</translation>
    </message>
    <message>
        <source>E-mails for the PDF</source>
        <translation>E-mail για το PDF</translation>
    </message>
    <message>
        <source>Mobile numbers</source>
        <translation>Κινητά τηλέφωνα</translation>
    </message>
    <message>
        <source>69… or +30…, with commas</source>
        <translation>69… ή +30…, με κόμματα</translation>
    </message>
    <message>
        <source>Further on the message</source>
        <translation>Πρόσθετα για το μήνυμα</translation>
    </message>
    <message>
        <source>E-mails that may only look</source>
        <translation>E-mail μόνο για ανάγνωση</translation>
    </message>
    <message>
        <source>E-mails of third parties</source>
        <translation>E-mail τρίτων</translation>
    </message>
    <message>
        <source>Delay (5 with a PDF of yours)</source>
        <translation>Καθυστέρηση (5 με δικό σας PDF)</translation>
    </message>
    <message>
        <source>One e-mail each</source>
        <translation>Χωριστό e-mail ανά παραλήπτη</translation>
    </message>
    <message>
        <source>At the provider</source>
        <translation>Στον πάροχο</translation>
    </message>
    <message>
        <source>When myDATA is down</source>
        <translation>Όταν δεν αποκρίνεται η myDATA</translation>
    </message>
    <message>
        <source>Form of the provider&apos;s document</source>
        <translation>Φόρμα εκτύπωσης του παρόχου</translation>
    </message>
    <message>
        <source>the name that the provider gave</source>
        <translation>το όνομα που έδωσε ο πάροχος</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Κατηγορία</translation>
    </message>
    <message>
        <source>E3</source>
        <translation>Ε3</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Ποσό</translation>
    </message>
    <message>
        <source>Left to classify: {0}</source>
        <translation>Απομένει να χαρακτηριστεί: {0}</translation>
    </message>
    <message>
        <source>Expense classifications</source>
        <translation>Χαρακτηρισμοί εξόδων</translation>
    </message>
    <message>
        <source>Discounts and charges of the line</source>
        <translation>Εκπτώσεις και επιβαρύνσεις της γραμμής</translation>
    </message>
    <message>
        <source>Taxes of the line</source>
        <translation>Φόροι της γραμμής</translation>
    </message>
    <message>
        <source>Withholding</source>
        <translation>Παρακράτηση</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Τέλος</translation>
    </message>
    <message>
        <source>Other tax</source>
        <translation>Λοιπός φόρος</translation>
    </message>
    <message>
        <source>Digital transaction fee</source>
        <translation>Ψηφιακό τέλος συναλλαγής</translation>
    </message>
    <message>
        <source>Deductions</source>
        <translation>Κρατήσεις</translation>
    </message>
    <message>
        <source>Kind of line</source>
        <translation>Είδος γραμμής</translation>
    </message>
    <message>
        <source>Clearance or fee</source>
        <translation>Εκκαθάριση ή αμοιβή</translation>
    </message>
    <message>
        <source>For information only</source>
        <translation>Μόνο πληροφοριακά</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>Δεν τυπώνεται</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Είδος</translation>
    </message>
    <message>
        <source>CPV code</source>
        <translation>Κωδικός CPV</translation>
    </message>
    <message>
        <source>Unit of EN 16931</source>
        <translation>Μονάδα κατά EN 16931</translation>
    </message>
    <message>
        <source>Other unit, in words</source>
        <translation>Άλλη μονάδα, με λόγια</translation>
    </message>
    <message>
        <source>Other units</source>
        <translation>Άλλες μονάδες</translation>
    </message>
    <message>
        <source>Fuel code</source>
        <translation>Κωδικός καυσίμου</translation>
    </message>
    <message>
        <source>Quantity at 15 °C</source>
        <translation>Ποσότητα στους 15 °C</translation>
    </message>
    <message>
        <source>TARIC</source>
        <translation>TARIC</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Παρτίδα</translation>
    </message>
    <message>
        <source>Serial numbers</source>
        <translation>Σειριακοί αριθμοί</translation>
    </message>
    <message>
        <source>Remarks on the line</source>
        <translation>Παρατηρήσεις γραμμής</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Practice, on this computer</source>
        <translation>Εξάσκηση, σε αυτόν τον υπολογιστή</translation>
    </message>
    <message>
        <source>Trial (UAT) – IMPACT</source>
        <translation>Δοκιμαστικό (UAT) – IMPACT</translation>
    </message>
    <message>
        <source>Production – IMPACT</source>
        <translation>Παραγωγή – IMPACT</translation>
    </message>
    <message>
        <source>Trial (UAT) – SoftOne</source>
        <translation>Δοκιμαστικό (UAT) – SoftOne</translation>
    </message>
    <message>
        <source>Production – SoftOne</source>
        <translation>Παραγωγή – SoftOne</translation>
    </message>
    <message>
        <source>Another address…</source>
        <translation>Άλλη διεύθυνση…</translation>
    </message>
    <message>
        <source>Nothing leaves this computer; every document is a made-up one.</source>
        <translation>Τίποτα δεν φεύγει από τον υπολογιστή· κάθε παραστατικό είναι φανταστικό.</translation>
    </message>
    <message>
        <source>The provider&apos;s test service: documents have no legal effect.</source>
        <translation>Η δοκιμαστική υπηρεσία του παρόχου: τα παραστατικά δεν έχουν νομική ισχύ.</translation>
    </message>
    <message>
        <source>Documents are real and go to the tax authority.</source>
        <translation>Τα παραστατικά είναι αληθινά και πηγαίνουν στην ΑΑΔΕ.</translation>
    </message>
    <message>
        <source>https only; http only on this computer. Documents may be real: you know whose it is.</source>
        <translation>Μόνο https· http μόνο σε αυτόν τον υπολογιστή. Τα παραστατικά μπορεί να είναι αληθινά: εσείς ξέρετε ποιου είναι.</translation>
    </message>
    <message>
        <source>Sign in, then a token (bearer)</source>
        <translation>Σύνδεση και μετά διακριτικό (bearer)</translation>
    </message>
    <message>
        <source>The key with each document (APIKey)</source>
        <translation>Το κλειδί με κάθε παραστατικό (APIKey)</translation>
    </message>
    <message>
        <source>OAuth 2.0 (client credentials)</source>
        <translation>OAuth 2.0 (με διαπιστευτήρια)</translation>
    </message>
    <message>
        <source>The usual way: the key is shown once, tokens of 15 minutes do the rest.</source>
        <translation>Ο συνηθισμένος τρόπος: το κλειδί δίνεται μία φορά και συνεχίζουν διακριτικά των 15 λεπτών.</translation>
    </message>
    <message>
        <source>Nobody signs in; the key itself goes along every time.</source>
        <translation>Χωρίς σύνδεση· το ίδιο το κλειδί πηγαίνει κάθε φορά.</translation>
    </message>
    <message>
        <source>As the first, where the provider asks for OAuth.</source>
        <translation>Όπως ο πρώτος, όπου ο πάροχος ζητά OAuth.</translation>
    </message>
</context>
<context>
    <name>ConnectionDialog</name>
    <message>
        <source>The connection is kept.</source>
        <translation>Η σύνδεση φυλάχθηκε.</translation>
    </message>
    <message>
        <source>Connection to the provider</source>
        <translation>Σύνδεση με τον πάροχο</translation>
    </message>
    <message>
        <source>Where documents go. Each environment has its own books; nothing moves between them.</source>
        <translation>Πού πηγαίνουν τα παραστατικά. Κάθε περιβάλλον έχει δικά του βιβλία· τίποτα δεν περνά από το ένα στο άλλο.</translation>
    </message>
    <message>
        <source>Use this connection</source>
        <translation>Χρήση αυτής της σύνδεσης</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>ConnectionEncryption</name>
    <message>
        <source>Encryption</source>
        <translation>Κρυπτογράφηση</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>A key mostly looks like 0a1b2c3d-0000-0000-0000-000000000000; is it whole?</source>
        <translation>Το κλειδί συνήθως μοιάζει με 0a1b2c3d-0000-0000-0000-000000000000· είναι ολόκληρο;</translation>
    </message>
    <message>
        <source>It goes into the system&apos;s keyring and is never shown again.</source>
        <translation>Φυλάσσεται στην κλειδοθήκη του συστήματος και δεν ξαναφαίνεται.</translation>
    </message>
    <message>
        <source>A key is in the system&apos;s keyring; type another one to replace it.</source>
        <translation>Υπάρχει κλειδί στην κλειδοθήκη του συστήματος· γράψτε άλλο για να αντικατασταθεί.</translation>
    </message>
    <message>
        <source>A server on this computer is for trying things; it needs no key.</source>
        <translation>Ένας διακομιστής σε αυτόν τον υπολογιστή είναι για δοκιμές· δεν χρειάζεται κλειδί.</translation>
    </message>
    <message>
        <source>The key is taken from the variable EINVOICE_API_KEY.</source>
        <translation>Το κλειδί έρχεται από τη μεταβλητή EINVOICE_API_KEY.</translation>
    </message>
    <message>
        <source>No key yet: paste the one that the provider gave you.</source>
        <translation>Δεν υπάρχει κλειδί ακόμη: επικολλήστε αυτό που σας έδωσε ο πάροχος.</translation>
    </message>
    <message>
        <source>The provider gives it, one for each company.</source>
        <translation>Το δίνει ο πάροχος, ένα για κάθε εταιρεία.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Περιβάλλον</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Διεύθυνση</translation>
    </message>
    <message>
        <source>Company&apos;s VAT number</source>
        <translation>ΑΦΜ της εταιρείας</translation>
    </message>
    <message>
        <source>Way in</source>
        <translation>Τρόπος σύνδεσης</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Κλειδί API</translation>
    </message>
    <message>
        <source>As the provider gave it, without what follows the host.</source>
        <translation>Όπως την έδωσε ο πάροχος, χωρίς ό,τι ακολουθεί το όνομα του διακομιστή.</translation>
    </message>
    <message>
        <source>The company that issues; new documents carry it.</source>
        <translation>Η εταιρεία που εκδίδει· το παίρνουν τα νέα παραστατικά.</translation>
    </message>
</context>
<context>
    <name>ConnectionStep</name>
    <message>
        <source>Environment and key</source>
        <translation>Περιβάλλον και κλειδί</translation>
    </message>
    <message>
        <source>Where documents go, with the key that the provider gave you. Stay in practice until you have one; it is kept in the system&apos;s keyring.</source>
        <translation>Πού πηγαίνουν τα παραστατικά, με το κλειδί που σας έδωσε ο πάροχος. Ώσπου να το έχετε μείνετε στην εξάσκηση· φυλάσσεται στην κλειδοθήκη του συστήματος.</translation>
    </message>
    <message>
        <source>Type the VAT number again, or choose practice for now.</source>
        <translation>Γράψτε ξανά το ΑΦΜ ή διαλέξτε προς το παρόν την εξάσκηση.</translation>
    </message>
</context>
<context>
    <name>ConnectionTrial</name>
    <message>
        <source>Trying…</source>
        <translation>Δοκιμή…</translation>
    </message>
    <message>
        <source>It works. No document was sent.</source>
        <translation>Λειτουργεί. Δεν στάλθηκε παραστατικό.</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Δοκιμή σύνδεσης</translation>
    </message>
    <message>
        <source>Signs in and says what is wrong. No document is sent.</source>
        <translation>Συνδέεται και λέει τι φταίει. Δεν στέλνεται παραστατικό.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Κάτι δεν πήγε καλά</translation>
    </message>
    <message>
        <source>Faults so far: {0}</source>
        <translation>Σφάλματα ως τώρα: {0}</translation>
    </message>
    <message>
        <source>The program has a fault and could not finish what it was doing. What you typed is saved, and what was issued stays issued. You can go on working.</source>
        <translation>Το πρόγραμμα έχει κάποιο σφάλμα και δεν ολοκλήρωσε αυτό που έκανε. Όσα πληκτρολογήσατε έχουν αποθηκευτεί και όσα εκδόθηκαν παραμένουν εκδοθέντα. Μπορείτε να συνεχίσετε την εργασία σας.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Λεπτομέρειες</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Αντιγραφή λεπτομερειών</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>Άνοιγμα φακέλου καταγραφής</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Επανεκκίνηση</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Συνέχεια</translation>
    </message>
</context>
<context>
    <name>CreditDialog</name>
    <message>
        <source>Credit</source>
        <translation>Πίστωση</translation>
    </message>
    <message>
        <source>As a credit document that I can still change</source>
        <translation>Ως πιστωτικό παραστατικό που μπορώ ακόμη να αλλάξω</translation>
    </message>
    <message>
        <source>The whole document at once through the provider (unconfirmed)</source>
        <translation>Ολόκληρο το παραστατικό αμέσως, μέσω του παρόχου (ανεπιβεβαίωτο)</translation>
    </message>
    <message>
        <source>A draft with the lines of the document opens: take off what is not credited, then issue it.</source>
        <translation>Ανοίγει πρόχειρο με τις γραμμές του παραστατικού: αφαιρέστε όσα δεν πιστώνονται και μετά εκδώστε το.</translation>
    </message>
    <message>
        <source>It is sent at once and cannot be taken back. The provider&apos;s pages do not say which type, series and sums the credit gets: try it in practice or at the trial service first.</source>
        <translation>Στέλνεται αμέσως και δεν ανακαλείται. Οι σελίδες του παρόχου δεν λένε τι τύπο, σειρά και ποσά παίρνει το πιστωτικό: δοκιμάστε το πρώτα στην εξάσκηση ή στη δοκιμαστική υπηρεσία.</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Σειρά</translation>
    </message>
    <message>
        <source>Last number used</source>
        <translation>Τελευταίος αριθμός</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Άκυρο</translation>
    </message>
    <message>
        <source>⚠ Credited already: {0}. In all {1} of {2}.</source>
        <translation>⚠ Έχει ήδη πιστωθεί: {0}. Συνολικά {1} από {2}.</translation>
    </message>
</context>
<context>
    <name>CreditedPanel</name>
    <message>
        <source>Credit of {0}</source>
        <translation>Πίστωση του {0}</translation>
    </message>
    <message>
        <source>Net as issued</source>
        <translation>Καθαρή αρχικού</translation>
    </message>
    <message>
        <source>Credited already</source>
        <translation>Έχουν πιστωθεί</translation>
    </message>
    <message>
        <source>Left to credit</source>
        <translation>Μένουν για πίστωση</translation>
    </message>
    <message>
        <source>{0} of {1} · {2}</source>
        <translation>{0} από {1} · {2}</translation>
    </message>
</context>
<context>
    <name>CustomerForm</name>
    <message>
        <source>Kind of customer</source>
        <translation>Είδος πελάτη</translation>
    </message>
    <message>
        <source>Language of its paper</source>
        <translation>Γλώσσα εντύπου</translation>
    </message>
    <message>
        <source>As the office&apos;s</source>
        <translation>Όπως της εταιρείας</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Και στις δύο</translation>
    </message>
    <message>
        <source>Notes, for the office alone</source>
        <translation>Σημειώσεις, μόνο για το γραφείο</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Name</source>
        <translation>Επωνυμία</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>ΑΦΜ</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Πόλη</translation>
    </message>
    <message>
        <source>Usual document</source>
        <translation>Σύνηθες παραστατικό</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Deleted: {0}</source>
        <translation>Διαγράφηκε: {0}</translation>
    </message>
    <message>
        <source>Customers deleted: {0}</source>
        <translation>Διαγράφηκαν πελάτες: {0}</translation>
    </message>
    <message>
        <source>Whom you bill, each with what its documents begin with.</source>
        <translation>Όσοι τιμολογούνται, ο καθένας με τις προεπιλογές του.</translation>
    </message>
    <message>
        <source>Whom you bill, each with what its documents begin with. In all: {0}</source>
        <translation>Όσοι τιμολογούνται, ο καθένας με τις προεπιλογές του. Σύνολο: {0}</translation>
    </message>
    <message>
        <source>No customers yet. Press Insert for a new one, or Ctrl+I to import them from a spreadsheet. On an invoice, Ctrl+Shift+C keeps its customer.</source>
        <translation>Δεν υπάρχουν πελάτες ακόμη. Insert για νέα καρτέλα, Ctrl+I για εισαγωγή από λογιστικό φύλλο. Μέσα στο τιμολόγιο, το Ctrl+Shift+C κρατά τον πελάτη του.</translation>
    </message>
    <message>
        <source>No customer answers to this. Press Esc to see all, or Insert for a new one.</source>
        <translation>Δεν βρέθηκε πελάτης. Esc για να τους δείτε όλους, Insert για νέα καρτέλα.</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Πελάτες</translation>
    </message>
    <message>
        <source>New document</source>
        <translation>Νέο παραστατικό</translation>
    </message>
    <message>
        <source>Search by name, VAT number, city, telephone, e-mail…</source>
        <translation>Αναζήτηση με επωνυμία, ΑΦΜ, πόλη, τηλέφωνο, e-mail…</translation>
    </message>
    <message>
        <source>Search the customers</source>
        <translation>Αναζήτηση στους πελάτες</translation>
    </message>
</context>
<context>
    <name>DateChoices</name>
    <message>
        <source>Send with today&apos;s date</source>
        <translation>Αποστολή με τη σημερινή ημερομηνία</translation>
    </message>
    <message>
        <source>Send as issued during loss of connection</source>
        <translation>Αποστολή ως απώλεια διασύνδεσης</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Calendar</source>
        <translation>Ημερολόγιο</translation>
    </message>
</context>
<context>
    <name>DayBox</name>
    <message>
        <source>This is no date.</source>
        <translation>Δεν είναι ημερομηνία.</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Trying now: {0}</source>
        <translation>Γίνεται προσπάθεια τώρα: {0}</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Δεν εκκρεμεί καμία αποστολή.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Before it was sealed again:</source>
        <translation>Πριν σφραγιστεί ξανά:</translation>
    </message>
    <message>
        <source>Issued · {0}</source>
        <translation>Έκδοση · {0}</translation>
    </message>
    <message>
        <source>{0} · The books came back · {1}</source>
        <translation>{0} · Επανήλθαν τα βιβλία · {1}</translation>
    </message>
    <message>
        <source>Cancellation {0} · {1} · took {2}</source>
        <translation>Ακύρωση {0} · {1} · διάρκεια {2}</translation>
    </message>
    <message>
        <source>Try {0} · {1} · took {2}</source>
        <translation>Προσπάθεια {0} · {1} · διάρκεια {2}</translation>
    </message>
    <message>
        <source>To be sent: {0} bytes, SHA-256 {1}</source>
        <translation>Προς αποστολή: {0} bytes, αποτύπωμα {1}</translation>
    </message>
    <message>
        <source>Sent: {0} bytes, SHA-256 {1}</source>
        <translation>Στάλθηκαν {0} bytes, αποτύπωμα {1}</translation>
    </message>
    <message>
        <source>… ({0} bytes in all)</source>
        <translation>… (συνολικά {0} byte)</translation>
    </message>
</context>
<context>
    <name>DocumentCard</name>
    <message>
        <source>Type</source>
        <translation>Τύπος</translation>
    </message>
    <message>
        <source>Series and number</source>
        <translation>Σειρά και αριθμός</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ημερομηνία</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Πελάτης</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Καθαρή αξία</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ΦΠΑ</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Συνολική αξία</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Πληρωτέο</translation>
    </message>
</context>
<context>
    <name>DraftDeeds</name>
    <message>
        <source>Saved. Drafts are saved by themselves while you type.</source>
        <translation>Αποθηκεύτηκε. Τα πρόχειρα αποθηκεύονται μόνα τους όσο πληκτρολογείτε.</translation>
    </message>
    <message>
        <source>This draft is gone: it was issued or deleted.</source>
        <translation>Αυτό το πρόχειρο δεν υπάρχει πια: εκδόθηκε ή διαγράφηκε.</translation>
    </message>
    <message>
        <source>The draft is saved again.</source>
        <translation>Το πρόχειρο αποθηκεύτηκε και πάλι.</translation>
    </message>
    <message>
        <source>The draft could not be saved. {0}</source>
        <translation>Το πρόχειρο δεν αποθηκεύτηκε. {0}</translation>
    </message>
    <message>
        <source>Recovered after a sudden end: here is what you typed. Drafts in all: {0}</source>
        <translation>Ανακτήθηκε μετά από απότομο τερματισμό: είναι εδώ ό,τι γράψατε. Πρόχειρα συνολικά: {0}</translation>
    </message>
    <message>
        <source>Show drafts</source>
        <translation>Πρόχειρα</translation>
    </message>
    <message>
        <source>Recovered after a sudden end: here is what you typed.</source>
        <translation>Ανακτήθηκε μετά από απότομο τερματισμό: είναι εδώ ό,τι γράψατε.</translation>
    </message>
    <message>
        <source>The draft could not be saved, nor in a file. {0} Leave the window open.</source>
        <translation>Το πρόχειρο δεν αποθηκεύτηκε, ούτε σε αρχείο. {0} Αφήστε το παράθυρο ανοιχτό.</translation>
    </message>
    <message>
        <source>The draft could not be saved. {0} What you typed is kept in this file: {1}</source>
        <translation>Το πρόχειρο δεν αποθηκεύτηκε. {0} Ό,τι γράψατε φυλάχτηκε στο αρχείο: {1}</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>Εμφάνιση αρχείου</translation>
    </message>
    <message>
        <source>Somebody else changed this draft{0}. What you typed is a draft of its own now.</source>
        <translation>Κάποιος άλλος άλλαξε στο μεταξύ αυτό το πρόχειρο{0}. Ό,τι γράψατε έγινε δικό του πρόχειρο.</translation>
    </message>
    <message>
        <source>Show the other one</source>
        <translation>Εμφάνιση του άλλου</translation>
    </message>
</context>
<context>
    <name>DraftsPage</name>
    <message>
        <source>Last change</source>
        <translation>Τελευταία αλλαγή</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Τύπος</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Πελάτης</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Αξία</translation>
    </message>
    <message>
        <source>Draft deleted.</source>
        <translation>Το πρόχειρο διαγράφηκε.</translation>
    </message>
    <message>
        <source>Drafts deleted: {0}</source>
        <translation>Πρόχειρα που διαγράφηκαν: {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Αναίρεση</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Πρόχειρα</translation>
    </message>
    <message>
        <source>Begun and not issued yet. They are saved while you type. Shift, Ctrl, Ctrl+A choose many.</source>
        <translation>Αρχισμένα που δεν εκδόθηκαν ακόμη. Αποθηκεύονται όσο γράφετε. Shift, Ctrl, Ctrl+A: επιλογή πολλών.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Διαγραφή</translation>
    </message>
    <message>
        <source>No drafts. What you begin on the compose page appears here.</source>
        <translation>Δεν υπάρχουν πρόχειρα. Ό,τι ξεκινάτε στη σύνταξη εμφανίζεται εδώ.</translation>
    </message>
</context>
<context>
    <name>EncryptionBox</name>
    <message>
        <source>From now on every document goes encrypted.</source>
        <translation>Από εδώ και πέρα κάθε παραστατικό φεύγει κρυπτογραφημένο.</translation>
    </message>
    <message>
        <source>New documents go as they are; those that are sealed stay encrypted.</source>
        <translation>Τα νέα παραστατικά φεύγουν χωρίς κρυπτογράφηση· όσα έχουν ήδη σφραγιστεί μένουν κρυπτογραφημένα.</translation>
    </message>
    <message>
        <source>The provider&apos;s public key</source>
        <translation>Το δημόσιο κλειδί του παρόχου</translation>
    </message>
    <message>
        <source>PGP keys (*.asc *.gpg *.pgp *.key *.txt)</source>
        <translation>Κλειδιά PGP (*.asc *.gpg *.pgp *.key *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Όλα τα αρχεία (*)</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one the provider gave you, and type that one below.</source>
        <translation>Συγκρίνετε το αποτύπωμα με εκείνο που σας έδωσε ο πάροχος και πληκτρολογήστε το δικό του πιο κάτω.</translation>
    </message>
    <message>
        <source>It is the same. The key is kept.</source>
        <translation>Είναι το ίδιο. Το κλειδί κρατήθηκε.</translation>
    </message>
    <message>
        <source>The practice provider&apos;s own key</source>
        <translation>Το κλειδί του παρόχου εξάσκησης</translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation>Δεν έχει επιλεγεί</translation>
    </message>
    <message>
        <source>Does not expire</source>
        <translation>Δεν λήγει</translation>
    </message>
    <message>
        <source>Encrypt every document (PGP)</source>
        <translation>Κρυπτογράφηση κάθε παραστατικού (PGP)</translation>
    </message>
    <message>
        <source>Each document goes encrypted with the provider&apos;s public key. Should that not be possible, nothing is sent. The key comes from the provider, and so does its fingerprint, by another way: a telephone call, a letter.</source>
        <translation>Κάθε παραστατικό φεύγει κρυπτογραφημένο με το δημόσιο κλειδί του παρόχου. Αν αυτό δεν γίνεται, δεν στέλνεται τίποτα. Το κλειδί το δίνει ο πάροχος, και το αποτύπωμά του με άλλον τρόπο: τηλέφωνο, επιστολή.</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Αρχείο κλειδιού</translation>
    </message>
    <message>
        <source>The key of</source>
        <translation>Κλειδί του</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Αποτύπωμα</translation>
    </message>
    <message>
        <source>The provider&apos;s fingerprint</source>
        <translation>Αποτύπωμα από τον πάροχο</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Ισχύει έως</translation>
    </message>
    <message>
        <source>Encrypts with</source>
        <translation>Κρυπτογραφεί με</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Επιλογή…</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>Επιλογή αρχείου κλειδιού</translation>
    </message>
    <message>
        <source>Compare and keep</source>
        <translation>Σύγκριση και αποθήκευση</translation>
    </message>
</context>
<context>
    <name>EnvironmentBand</name>
    <message>
        <source>PRACTICE – nothing leaves this computer</source>
        <translation>ΕΞΑΣΚΗΣΗ – τίποτα δεν φεύγει από αυτόν τον υπολογιστή</translation>
    </message>
    <message>
        <source>TRIAL – sent to the provider&apos;s test service, with no legal effect</source>
        <translation>ΔΟΚΙΜΕΣ – αποστολή στη δοκιμαστική υπηρεσία του παρόχου, χωρίς φορολογική ισχύ</translation>
    </message>
    <message>
        <source>Documents go to {0}</source>
        <translation>Τα παραστατικά αποστέλλονται στο {0}</translation>
    </message>
</context>
<context>
    <name>ExportDeeds</name>
    <message>
        <source>There is nothing to export here.</source>
        <translation>Δεν υπάρχει εδώ κάτι για εξαγωγή.</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Πελάτες</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Είδη</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Εξαγωγή</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Βιβλίο Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV for a Greek Excel (*.csv)</source>
        <translation>CSV για ελληνικό Excel (*.csv)</translation>
    </message>
    <message>
        <source>CSV with commas, for other programs (*.csv)</source>
        <translation>CSV με κόμματα, για άλλα προγράμματα (*.csv)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Γίνεται εξαγωγή…</translation>
    </message>
    <message>
        <source>Exported: {0}</source>
        <translation>Εξήχθη: {0}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Άνοιγμα φακέλου</translation>
    </message>
    <message>
        <source>Save the package</source>
        <translation>Αποθήκευση πακέτου</translation>
    </message>
    <message>
        <source>ZIP archives (*.zip)</source>
        <translation>Αρχεία ZIP (*.zip)</translation>
    </message>
    <message>
        <source>{0} is ready. Documents: {1}.</source>
        <translation>Το {0} είναι έτοιμο. Παραστατικά: {1}.</translation>
    </message>
    <message>
        <source>Without a PDF: {0}; README.txt names them.</source>
        <translation>Χωρίς PDF: {0}· τα λέει το README.txt.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>MARK</source>
        <translation>ΜΑΡΚ</translation>
    </message>
    <message>
        <source>UID</source>
        <translation>UID</translation>
    </message>
    <message>
        <source>Authentication code</source>
        <translation>Συμβολοσειρά αυθεντικοποίησης</translation>
    </message>
    <message>
        <source>Provider&apos;s id</source>
        <translation>Αναγνωριστικό παρόχου</translation>
    </message>
    <message>
        <source>MARK of the cancellation</source>
        <translation>ΜΑΡΚ ακύρωσης</translation>
    </message>
    <message>
        <source>MARK of the classification</source>
        <translation>ΜΑΡΚ χαρακτηρισμού</translation>
    </message>
    <message>
        <source>Signing when myDATA is down</source>
        <translation>Υπογραφή όταν δεν αποκρίνεται το myDATA</translation>
    </message>
    <message>
        <source>Language of the document</source>
        <translation>Γλώσσα παραστατικού</translation>
    </message>
    <message>
        <source>Currency (text)</source>
        <translation>Νόμισμα (λεκτικό)</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Νόμισμα</translation>
    </message>
    <message>
        <source>Title of the document</source>
        <translation>Τίτλος παραστατικού</translation>
    </message>
    <message>
        <source>Document type</source>
        <translation>Τύπος παραστατικού</translation>
    </message>
    <message>
        <source>Kind of document (text)</source>
        <translation>Είδος εγγράφου (λεκτικό)</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>Είδος εγγράφου</translation>
    </message>
    <message>
        <source>Special category</source>
        <translation>Ειδική κατηγορία</translation>
    </message>
    <message>
        <source>Kind of deviation</source>
        <translation>Είδος απόκλισης</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Σειρά</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Αριθμός</translation>
    </message>
    <message>
        <source>Date of issue</source>
        <translation>Ημερομηνία έκδοσης</translation>
    </message>
    <message>
        <source>Related documents</source>
        <translation>Σχετικά παραστατικά</translation>
    </message>
    <message>
        <source>Correlated MARKs</source>
        <translation>Συσχετιζόμενα ΜΑΡΚ</translation>
    </message>
    <message>
        <source>Connected MARKs</source>
        <translation>Συνδεόμενα ΜΑΡΚ</translation>
    </message>
    <message>
        <source>MARKs of delivery notes</source>
        <translation>ΜΑΡΚ δελτίων αποστολής</translation>
    </message>
    <message>
        <source>Order code</source>
        <translation>Κωδικός παραγγελίας</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Αριθμός παραγγελίας</translation>
    </message>
    <message>
        <source>Order series</source>
        <translation>Σειρά παραγγελίας</translation>
    </message>
    <message>
        <source>Lot number</source>
        <translation>Αριθμός παρτίδας</translation>
    </message>
    <message>
        <source>Tax point date</source>
        <translation>Ημερομηνία φορολογικού σημείου</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Εκδότης</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Πελάτης</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Παραλήπτης</translation>
    </message>
    <message>
        <source>Billing contractor</source>
        <translation>Ανάδοχος τιμολόγησης</translation>
    </message>
    <message>
        <source>Originator</source>
        <translation>Εντολέας</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Αποστολέας</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>Για λογαριασμό</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Μεταφορέας</translation>
    </message>
    <message>
        <source>Further carriers</source>
        <translation>Πρόσθετοι μεταφορείς</translation>
    </message>
    <message>
        <source>Other parties</source>
        <translation>Λοιπές σχετιζόμενες οντότητες</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>Πωλητής</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Αγοραστής</translation>
    </message>
    <message>
        <source>VAT representative</source>
        <translation>Φορολογικός εκπρόσωπος</translation>
    </message>
    <message>
        <source>Discounts and charges</source>
        <translation>Εκπτώσεις και επιβαρύνσεις</translation>
    </message>
    <message>
        <source>Banks</source>
        <translation>Τράπεζες</translation>
    </message>
    <message>
        <source>Contract and order</source>
        <translation>Σύμβαση και παραγγελία</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Διακίνηση</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Πληρωμή</translation>
    </message>
    <message>
        <source>Sending and notices</source>
        <translation>Αποστολή και ειδοποιήσεις</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Γραμμές</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>Σύνολα</translation>
    </message>
    <message>
        <source>Taxes of the document</source>
        <translation>Φόροι παραστατικού</translation>
    </message>
    <message>
        <source>VAT by rate</source>
        <translation>Ανάλυση ΦΠΑ</translation>
    </message>
    <message>
        <source>Various</source>
        <translation>Διάφορα</translation>
    </message>
    <message>
        <source>Public contract</source>
        <translation>Δημόσια σύμβαση</translation>
    </message>
    <message>
        <source>VAT payment suspended</source>
        <translation>Αναστολή καταβολής ΦΠΑ</translation>
    </message>
    <message>
        <source>Self-billing</source>
        <translation>Αυτοτιμολόγηση</translation>
    </message>
    <message>
        <source>Delayed transmission</source>
        <translation>Εκπρόθεσμη διαβίβαση</translation>
    </message>
    <message>
        <source>Loss of connection</source>
        <translation>Απώλεια διασύνδεσης</translation>
    </message>
    <message>
        <source>Fuel document</source>
        <translation>Παραστατικό καυσίμων</translation>
    </message>
    <message>
        <source>Also a delivery note</source>
        <translation>Και δελτίο αποστολής</translation>
    </message>
    <message>
        <source>Reverse delivery note</source>
        <translation>Αντίστροφο δελτίο αποστολής</translation>
    </message>
    <message>
        <source>Retail</source>
        <translation>Λιανική</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Τραπέζι</translation>
    </message>
    <message>
        <source>Registered name</source>
        <translation>Επωνυμία</translation>
    </message>
    <message>
        <source>Trade name</source>
        <translation>Διακριτικός τίτλος</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Υπεύθυνος επικοινωνίας</translation>
    </message>
    <message>
        <source>Registration number</source>
        <translation>Αρ. μητρώου</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>ΑΦΜ</translation>
    </message>
    <message>
        <source>Tax office</source>
        <translation>ΔΟΥ</translation>
    </message>
    <message>
        <source>Tax office code</source>
        <translation>Κωδικός ΔΟΥ</translation>
    </message>
    <message>
        <source>Professions</source>
        <translation>Επαγγέλματα</translation>
    </message>
    <message>
        <source>GEMI number</source>
        <translation>Αρ. ΓΕΜΗ</translation>
    </message>
    <message>
        <source>Telephones</source>
        <translation>Τηλέφωνα</translation>
    </message>
    <message>
        <source>Faxes</source>
        <translation>Φαξ</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Web site</source>
        <translation>Ιστοσελίδα</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Διεύθυνση</translation>
    </message>
    <message>
        <source>Branch name</source>
        <translation>Όνομα υποκαταστήματος</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Υποκατάστημα</translation>
    </message>
    <message>
        <source>Address of the branch</source>
        <translation>Διεύθυνση υποκαταστήματος</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Κατηγορία</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Κωδικός</translation>
    </message>
    <message>
        <source>Country (text)</source>
        <translation>Χώρα (λεκτικό)</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Χώρα</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Δήμος</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Περιοχή</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Πόλη</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Οδός</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Τ.Κ.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Είδος</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Περιγραφή</translation>
    </message>
    <message>
        <source>Per cent</source>
        <translation>Ποσοστό</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Ποσό</translation>
    </message>
    <message>
        <source>Gross amount</source>
        <translation>Μικτό ποσό</translation>
    </message>
    <message>
        <source>On the amount</source>
        <translation>Επί αξίας</translation>
    </message>
    <message>
        <source>VAT per cent</source>
        <translation>Ποσοστό ΦΠΑ</translation>
    </message>
    <message>
        <source>VAT amount</source>
        <translation>Ποσό ΦΠΑ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Όνομα</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>BIC</source>
        <translation>BIC</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Λογαριασμός</translation>
    </message>
    <message>
        <source>Our own id</source>
        <translation>Δική μας ταυτότητα</translation>
    </message>
    <message>
        <source>Way of shipping</source>
        <translation>Τρόπος αποστολής</translation>
    </message>
    <message>
        <source>Purpose of movement (text)</source>
        <translation>Σκοπός διακίνησης (λεκτικό)</translation>
    </message>
    <message>
        <source>Purpose of movement</source>
        <translation>Σκοπός διακίνησης</translation>
    </message>
    <message>
        <source>Total quantity</source>
        <translation>Συνολική ποσότητα</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Δέματα</translation>
    </message>
    <message>
        <source>Dispatch date</source>
        <translation>Ημερομηνία αποστολής</translation>
    </message>
    <message>
        <source>Dispatch time</source>
        <translation>Ώρα αποστολής</translation>
    </message>
    <message>
        <source>Vehicle number</source>
        <translation>Αριθμός οχήματος</translation>
    </message>
    <message>
        <source>Place of loading</source>
        <translation>Τόπος φόρτωσης</translation>
    </message>
    <message>
        <source>Place of delivery</source>
        <translation>Τόπος παράδοσης</translation>
    </message>
    <message>
        <source>Means of transport</source>
        <translation>Μέσο μεταφοράς</translation>
    </message>
    <message>
        <source>Packages by kind</source>
        <translation>Συσκευασίες</translation>
    </message>
    <message>
        <source>Kind of package</source>
        <translation>Είδος συσκευασίας</translation>
    </message>
    <message>
        <source>Salesman</source>
        <translation>Πωλητής (υπάλληλος)</translation>
    </message>
    <message>
        <source>Ways of payment</source>
        <translation>Τρόποι πληρωμής</translation>
    </message>
    <message>
        <source>Instalments</source>
        <translation>Δόσεις</translation>
    </message>
    <message>
        <source>Payment date</source>
        <translation>Ημερομηνία πληρωμής</translation>
    </message>
    <message>
        <source>Way of payment (text)</source>
        <translation>Τρόπος πληρωμής (λεκτικό)</translation>
    </message>
    <message>
        <source>Way of payment</source>
        <translation>Τρόπος πληρωμής</translation>
    </message>
    <message>
        <source>Previous balance</source>
        <translation>Προηγούμενο υπόλοιπο</translation>
    </message>
    <message>
        <source>New balance</source>
        <translation>Νέο υπόλοιπο</translation>
    </message>
    <message>
        <source>Prepaid</source>
        <translation>Προκαταβολή</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Φιλοδώρημα</translation>
    </message>
    <message>
        <source>Terminal (POS)</source>
        <translation>Τερματικό (POS)</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Συναλλαγή</translation>
    </message>
    <message>
        <source>Exchange rate</source>
        <translation>Ισοτιμία</translation>
    </message>
    <message>
        <source>Way of sending to the customer</source>
        <translation>Τρόπος αποστολής στον πελάτη</translation>
    </message>
    <message>
        <source>E-mails of the accounts department</source>
        <translation>E-mail λογιστηρίου</translation>
    </message>
    <message>
        <source>E-mails for the PDF</source>
        <translation>E-mail για το PDF</translation>
    </message>
    <message>
        <source>Mobile numbers of the customer</source>
        <translation>Κινητά πελάτη</translation>
    </message>
    <message>
        <source>Send as PDF</source>
        <translation>Αποστολή ως PDF</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Ετικέτες</translation>
    </message>
    <message>
        <source>Line number</source>
        <translation>Αριθμός γραμμής</translation>
    </message>
    <message>
        <source>Descriptions</source>
        <translation>Περιγραφές</translation>
    </message>
    <message>
        <source>Unit (text)</source>
        <translation>Μονάδα (λεκτικό)</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Μονάδα μέτρησης</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Ποσότητα</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Τιμή μονάδας</translation>
    </message>
    <message>
        <source>Net value</source>
        <translation>Καθαρή αξία</translation>
    </message>
    <message>
        <source>Total value</source>
        <translation>Συνολική αξία</translation>
    </message>
    <message>
        <source>VAT (text)</source>
        <translation>ΦΠΑ (λεκτικό)</translation>
    </message>
    <message>
        <source>VAT category</source>
        <translation>Κατηγορία ΦΠΑ</translation>
    </message>
    <message>
        <source>Reason for 0 % VAT</source>
        <translation>Αιτία 0 % ΦΠΑ</translation>
    </message>
    <message>
        <source>Withholding</source>
        <translation>Παρακρατούμενοι φόροι</translation>
    </message>
    <message>
        <source>Withholding category</source>
        <translation>Κατηγορία παρακράτησης</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Τέλη</translation>
    </message>
    <message>
        <source>Fee category</source>
        <translation>Κατηγορία τελών</translation>
    </message>
    <message>
        <source>Stamp duty</source>
        <translation>Ψηφιακό τέλος</translation>
    </message>
    <message>
        <source>Stamp duty category</source>
        <translation>Κατηγορία ψηφιακού τέλους</translation>
    </message>
    <message>
        <source>Other taxes</source>
        <translation>Λοιποί φόροι</translation>
    </message>
    <message>
        <source>Other tax category</source>
        <translation>Κατηγορία λοιπών φόρων</translation>
    </message>
    <message>
        <source>Deductions</source>
        <translation>Κρατήσεις</translation>
    </message>
    <message>
        <source>Kind of line</source>
        <translation>Είδος γραμμής</translation>
    </message>
    <message>
        <source>Income classification</source>
        <translation>Χαρακτηρισμός εσόδων</translation>
    </message>
    <message>
        <source>Expense classification</source>
        <translation>Χαρακτηρισμός εξόδων</translation>
    </message>
    <message>
        <source>Expense classifications</source>
        <translation>Χαρακτηρισμοί εξόδων</translation>
    </message>
    <message>
        <source>Classification category</source>
        <translation>Κατηγορία χαρακτηρισμού</translation>
    </message>
    <message>
        <source>Classification type</source>
        <translation>Τύπος χαρακτηρισμού</translation>
    </message>
    <message>
        <source>CPV</source>
        <translation>CPV</translation>
    </message>
    <message>
        <source>TARIC</source>
        <translation>TARIC</translation>
    </message>
    <message>
        <source>Serial numbers</source>
        <translation>Σειριακοί αριθμοί</translation>
    </message>
    <message>
        <source>Expiry date</source>
        <translation>Ημερομηνία λήξης</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>Καύσιμο</translation>
    </message>
    <message>
        <source>For information only</source>
        <translation>Μόνο πληροφοριακή</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>Δεν εκτυπώνεται</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Παρατηρήσεις</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Έργο</translation>
    </message>
    <message>
        <source>Tax (text)</source>
        <translation>Φόρος (λεκτικό)</translation>
    </message>
    <message>
        <source>Kind of tax</source>
        <translation>Είδος φόρου</translation>
    </message>
    <message>
        <source>Tax category (text)</source>
        <translation>Κατηγορία φόρου (λεκτικό)</translation>
    </message>
    <message>
        <source>Tax category</source>
        <translation>Κατηγορία φόρου</translation>
    </message>
    <message>
        <source>Tax amount</source>
        <translation>Ποσό φόρου</translation>
    </message>
    <message>
        <source>Further remarks</source>
        <translation>Πρόσθετες παρατηρήσεις</translation>
    </message>
    <message>
        <source>Accompanying text</source>
        <translation>Συνοδευτικό κείμενο</translation>
    </message>
    <message>
        <source>Customer&apos;s order number</source>
        <translation>Αρ. παραγγελίας πελάτη</translation>
    </message>
    <message>
        <source>Date of purchase</source>
        <translation>Ημερομηνία αγοράς</translation>
    </message>
    <message>
        <source>Contracting authority&apos;s code</source>
        <translation>Κωδικός αναθέτουσας αρχής</translation>
    </message>
    <message>
        <source>Contracting authority</source>
        <translation>Αναθέτουσα αρχή</translation>
    </message>
    <message>
        <source>Contract type</source>
        <translation>Είδος σύμβασης</translation>
    </message>
    <message>
        <source>Contract reference (ADAM)</source>
        <translation>ΑΔΑΜ</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Καθαρή αξία</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ΦΠΑ</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Συνολική αξία</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Πληρωτέο</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Έναρξη</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Λήξη</translation>
    </message>
    <message>
        <source>Integrity signature</source>
        <translation>Υπογραφή ακεραιότητας</translation>
    </message>
    <message>
        <source>Public salt</source>
        <translation>Δημόσιο αλάτι</translation>
    </message>
    <message>
        <source>Public signature</source>
        <translation>Δημόσια υπογραφή</translation>
    </message>
    <message>
        <source>Private signature</source>
        <translation>Ιδιωτική υπογραφή</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Έκδοση</translation>
    </message>
    <message>
        <source>Purpose of the copy</source>
        <translation>Σκοπός αντιγράφου</translation>
    </message>
    <message>
        <source>Series and number as printed</source>
        <translation>Σειρά και αριθμός όπως τυπώνονται</translation>
    </message>
    <message>
        <source>Related documents at GSIS</source>
        <translation>Σχετικά παραστατικά στη ΓΓΠΣ</translation>
    </message>
    <message>
        <source>Role of the recipient</source>
        <translation>Ρόλος παραλήπτη</translation>
    </message>
    <message>
        <source>Reference code</source>
        <translation>Κωδικός αναφοράς</translation>
    </message>
    <message>
        <source>Currency of the VAT</source>
        <translation>Νόμισμα ΦΠΑ</translation>
    </message>
    <message>
        <source>Order confirmation number</source>
        <translation>Αρ. επιβεβαίωσης παραγγελίας</translation>
    </message>
    <message>
        <source>Receiving advice number</source>
        <translation>Αρ. ειδοποίησης παραλαβής</translation>
    </message>
    <message>
        <source>Dispatch advice</source>
        <translation>Ειδοποίηση αποστολής</translation>
    </message>
    <message>
        <source>Program of origin</source>
        <translation>Πρόγραμμα προέλευσης</translation>
    </message>
    <message>
        <source>Envelope number</source>
        <translation>Αριθμός φακέλου</translation>
    </message>
    <message>
        <source>YSN</source>
        <translation>ΥΣΝ</translation>
    </message>
    <message>
        <source>Paid-up share capital</source>
        <translation>Καταβεβλημένο μετοχικό κεφάλαιο</translation>
    </message>
    <message>
        <source>Subscribed share capital</source>
        <translation>Μετοχικό κεφάλαιο</translation>
    </message>
    <message>
        <source>Municipality code</source>
        <translation>Κωδικός δήμου</translation>
    </message>
    <message>
        <source>Region code</source>
        <translation>Κωδικός περιφέρειας</translation>
    </message>
    <message>
        <source>City code</source>
        <translation>Κωδικός πόλης</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Συντεταγμένες</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Γεωγραφικό πλάτος</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Γεωγραφικό μήκος</translation>
    </message>
    <message>
        <source>GLN</source>
        <translation>GLN</translation>
    </message>
    <message>
        <source>Supply account number</source>
        <translation>Αρ. παροχής</translation>
    </message>
    <message>
        <source>Branch id</source>
        <translation>Ταυτότητα υποκαταστήματος</translation>
    </message>
    <message>
        <source>POS id</source>
        <translation>Ταυτότητα POS</translation>
    </message>
    <message>
        <source>Telephones of the branch</source>
        <translation>Τηλέφωνα υποκαταστήματος</translation>
    </message>
    <message>
        <source>Faxes of the branch</source>
        <translation>Φαξ υποκαταστήματος</translation>
    </message>
    <message>
        <source>Tax regime</source>
        <translation>Φορολογικό καθεστώς</translation>
    </message>
    <message>
        <source>Code at the other side</source>
        <translation>Κωδικός στον αντισυμβαλλόμενο</translation>
    </message>
    <message>
        <source>Other information</source>
        <translation>Άλλα στοιχεία</translation>
    </message>
    <message>
        <source>Kind of identity document</source>
        <translation>Είδος εγγράφου ταυτότητας</translation>
    </message>
    <message>
        <source>Identity document number</source>
        <translation>Αρ. εγγράφου ταυτότητας</translation>
    </message>
    <message>
        <source>Tax representative&apos;s name</source>
        <translation>Όνομα φορολογικού αντιπροσώπου</translation>
    </message>
    <message>
        <source>Tax representative&apos;s VAT number</source>
        <translation>ΑΦΜ φορολογικού αντιπροσώπου</translation>
    </message>
    <message>
        <source>Tax representative&apos;s country (text)</source>
        <translation>Χώρα φορολογικού αντιπροσώπου (κείμενο)</translation>
    </message>
    <message>
        <source>Tax representative&apos;s country</source>
        <translation>Χώρα φορολογικού αντιπροσώπου</translation>
    </message>
    <message>
        <source>Note on the VAT exemption</source>
        <translation>Σημείωση απαλλαγής ΦΠΑ</translation>
    </message>
    <message>
        <source>Fuel distributor&apos;s code</source>
        <translation>Κωδικός διανομέα καυσίμων</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Επίπεδο</translation>
    </message>
    <message>
        <source>VAT number of the bank</source>
        <translation>ΑΦΜ τράπεζας</translation>
    </message>
    <message>
        <source>VAT number (VATIN)</source>
        <translation>ΑΦΜ (VATIN)</translation>
    </message>
    <message>
        <source>Contact details</source>
        <translation>Στοιχεία επικοινωνίας</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ημερομηνία</translation>
    </message>
    <message>
        <source>Publication number (ADA)</source>
        <translation>Αρ. ανάρτησης (ΑΔΑ)</translation>
    </message>
    <message>
        <source>Budget registration code</source>
        <translation>Κωδ. εγγραφής προϋπολογισμού</translation>
    </message>
    <message>
        <source>Budget commitment code</source>
        <translation>Κωδ. δέσμευσης προϋπολογισμού</translation>
    </message>
    <message>
        <source>Order numbers</source>
        <translation>Αρ. παραγγελιών</translation>
    </message>
    <message>
        <source>MIS code</source>
        <translation>Κωδικός ΟΠΣ</translation>
    </message>
    <message>
        <source>Co-funded project&apos;s code</source>
        <translation>Κωδ. συγχρηματοδοτούμενου έργου</translation>
    </message>
    <message>
        <source>Co-funded project&apos;s year</source>
        <translation>Έτος συγχρηματοδοτούμενου έργου</translation>
    </message>
    <message>
        <source>Co-funded project&apos;s deed</source>
        <translation>Πράξη συγχρηματοδοτούμενου έργου</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>Εγκατάσταση</translation>
    </message>
    <message>
        <source>Way of shipping (code)</source>
        <translation>Τρόπος αποστολής (κωδικός)</translation>
    </message>
    <message>
        <source>Delivery (text)</source>
        <translation>Παράδοση (κείμενο)</translation>
    </message>
    <message>
        <source>Bill of lading</source>
        <translation>Φορτωτική</translation>
    </message>
    <message>
        <source>House bill</source>
        <translation>House bill</translation>
    </message>
    <message>
        <source>Loading metres</source>
        <translation>Μέτρα φόρτωσης</translation>
    </message>
    <message>
        <source>Delivery date</source>
        <translation>Ημ. παράδοσης</translation>
    </message>
    <message>
        <source>Freight volume</source>
        <translation>Όγκος φορτίου</translation>
    </message>
    <message>
        <source>Billed freight weight</source>
        <translation>Χρεώσιμο βάρος φορτίου</translation>
    </message>
    <message>
        <source>Gross freight weight</source>
        <translation>Μικτό βάρος φορτίου</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Περιεχόμενο</translation>
    </message>
    <message>
        <source>Branch of shipping</source>
        <translation>Υποκατάστημα αποστολής</translation>
    </message>
    <message>
        <source>Kind of package (text)</source>
        <translation>Είδος συσκευασίας (κείμενο)</translation>
    </message>
    <message>
        <source>To be weighed</source>
        <translation>Προς ζύγιση</translation>
    </message>
    <message>
        <source>Reason of the reverse delivery note</source>
        <translation>Αιτία αντίστροφου δελτίου</translation>
    </message>
    <message>
        <source>Other purpose, in words</source>
        <translation>Άλλος σκοπός, με λόγια</translation>
    </message>
    <message>
        <source>Purpose of the receiving note</source>
        <translation>Σκοπός δελτίου παραλαβής</translation>
    </message>
    <message>
        <source>Other purpose of the receiving note</source>
        <translation>Άλλος σκοπός δελτίου παραλαβής</translation>
    </message>
    <message>
        <source>P number</source>
        <translation>Αριθμός P</translation>
    </message>
    <message>
        <source>Pieces in all</source>
        <translation>Σύνολο τεμαχίων</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Στρογγυλοποίηση</translation>
    </message>
    <message>
        <source>Electronic payment code</source>
        <translation>Κωδικός ηλεκτρονικής πληρωμής</translation>
    </message>
    <message>
        <source>Way of payment (id)</source>
        <translation>Τρόπος πληρωμής (ταυτότητα)</translation>
    </message>
    <message>
        <source>Provider&apos;s signature</source>
        <translation>Υπογραφή παρόχου</translation>
    </message>
    <message>
        <source>POS input</source>
        <translation>Δεδομένα POS</translation>
    </message>
    <message>
        <source>Contactless</source>
        <translation>Ανέπαφα</translation>
    </message>
    <message>
        <source>Terms of payment</source>
        <translation>Όροι πληρωμής</translation>
    </message>
    <message>
        <source>Payment reference</source>
        <translation>Αναφορά πληρωμής</translation>
    </message>
    <message>
        <source>Paying company&apos;s VAT number</source>
        <translation>ΑΦΜ εταιρείας που πληρώνει</translation>
    </message>
    <message>
        <source>Other payment details</source>
        <translation>Άλλα στοιχεία πληρωμής</translation>
    </message>
    <message>
        <source>Customer&apos;s currency</source>
        <translation>Νόμισμα πελάτη</translation>
    </message>
    <message>
        <source>Rate of the customer&apos;s currency</source>
        <translation>Ισοτιμία νομίσματος πελάτη</translation>
    </message>
    <message>
        <source>Value in local currency</source>
        <translation>Αξία σε τοπικό νόμισμα</translation>
    </message>
    <message>
        <source>Value in the customer&apos;s currency</source>
        <translation>Αξία σε νόμισμα πελάτη</translation>
    </message>
    <message>
        <source>Foreign currency</source>
        <translation>Ξένο νόμισμα</translation>
    </message>
    <message>
        <source>New balance of the customer</source>
        <translation>Νέο υπόλοιπο πελάτη</translation>
    </message>
    <message>
        <source>Expenses</source>
        <translation>Έξοδα</translation>
    </message>
    <message>
        <source>Expenses in local currency</source>
        <translation>Έξοδα σε τοπικό νόμισμα</translation>
    </message>
    <message>
        <source>Expenses in foreign currency</source>
        <translation>Έξοδα σε ξένο νόμισμα</translation>
    </message>
    <message>
        <source>Value in foreign currency</source>
        <translation>Αξία σε ξένο νόμισμα</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Εγγύηση</translation>
    </message>
    <message>
        <source>Amount in words</source>
        <translation>Ποσό ολογράφως</translation>
    </message>
    <message>
        <source>Reserve 1</source>
        <translation>Εφεδρικό 1</translation>
    </message>
    <message>
        <source>Reserve 2</source>
        <translation>Εφεδρικό 2</translation>
    </message>
    <message>
        <source>Reserve 3</source>
        <translation>Εφεδρικό 3</translation>
    </message>
    <message>
        <source>Reserve 4</source>
        <translation>Εφεδρικό 4</translation>
    </message>
    <message>
        <source>E-mail of the location</source>
        <translation>E-mail τοποθεσίας</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>Εγκρίνων</translation>
    </message>
    <message>
        <source>E-mails of the approvers</source>
        <translation>E-mail εγκρινόντων</translation>
    </message>
    <message>
        <source>For the attention of</source>
        <translation>Υπόψη</translation>
    </message>
    <message>
        <source>All approvers or any</source>
        <translation>Όλοι οι εγκρίνοντες ή ένας</translation>
    </message>
    <message>
        <source>Issuing officer</source>
        <translation>Υπεύθυνος έκδοσης</translation>
    </message>
    <message>
        <source>Principal function</source>
        <translation>Κύρια λειτουργία</translation>
    </message>
    <message>
        <source>Kind of e-invoice</source>
        <translation>Είδος ηλεκτρονικού τιμολογίου</translation>
    </message>
    <message>
        <source>Delay of the notice</source>
        <translation>Καθυστέρηση ειδοποίησης</translation>
    </message>
    <message>
        <source>General tags</source>
        <translation>Γενικές ετικέτες</translation>
    </message>
    <message>
        <source>E-mails with access to read</source>
        <translation>E-mail με πρόσβαση ανάγνωσης</translation>
    </message>
    <message>
        <source>E-mails of third parties</source>
        <translation>E-mail τρίτων</translation>
    </message>
    <message>
        <source>ASEDS</source>
        <translation>ΑΣΕΔΣ</translation>
    </message>
    <message>
        <source>Further structured content</source>
        <translation>Πρόσθετο δομημένο περιεχόμενο</translation>
    </message>
    <message>
        <source>Kind of the structured content</source>
        <translation>Είδος δομημένου περιεχομένου</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Χρήστης</translation>
    </message>
    <message>
        <source>Postcode for the post office</source>
        <translation>Τ.Κ. για το ταχυδρομείο</translation>
    </message>
    <message>
        <source>Each e-mail by itself</source>
        <translation>Χωρίς ομαδοποίηση e-mail</translation>
    </message>
    <message>
        <source>Address of the PDF</source>
        <translation>Διεύθυνση του PDF</translation>
    </message>
    <message>
        <source>Template of the document</source>
        <translation>Πρότυπο παραστατικού</translation>
    </message>
    <message>
        <source>QR size (PPM)</source>
        <translation>Μέγεθος QR (PPM)</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>Επιστροφή κλήσης</translation>
    </message>
    <message>
        <source>Approval document</source>
        <translation>Έγγραφο έγκρισης</translation>
    </message>
    <message>
        <source>Line number of the classification</source>
        <translation>Αρ. γραμμής χαρακτηρισμού</translation>
    </message>
    <message>
        <source>Buyer&apos;s item code</source>
        <translation>Κωδ. είδους αγοραστή</translation>
    </message>
    <message>
        <source>Codification of the item</source>
        <translation>Κωδικοποίηση είδους</translation>
    </message>
    <message>
        <source>Category id</source>
        <translation>Ταυτότητα κατηγορίας</translation>
    </message>
    <message>
        <source>Tariff code</source>
        <translation>Δασμολογικός κωδικός</translation>
    </message>
    <message>
        <source>Order id</source>
        <translation>Ταυτότητα παραγγελίας</translation>
    </message>
    <message>
        <source>Transport id</source>
        <translation>Ταυτότητα μεταφοράς</translation>
    </message>
    <message>
        <source>Life of the lot</source>
        <translation>Διάρκεια παρτίδας</translation>
    </message>
    <message>
        <source>Delivery id</source>
        <translation>Ταυτότητα παράδοσης</translation>
    </message>
    <message>
        <source>Special features</source>
        <translation>Ειδικά χαρακτηριστικά</translation>
    </message>
    <message>
        <source>Starting date</source>
        <translation>Ημ. έναρξης</translation>
    </message>
    <message>
        <source>Unit (European code)</source>
        <translation>Μονάδα (ευρωπαϊκός κωδικός)</translation>
    </message>
    <message>
        <source>Other unit</source>
        <translation>Άλλη μονάδα</translation>
    </message>
    <message>
        <source>Quantity in the other unit</source>
        <translation>Ποσότητα στην άλλη μονάδα</translation>
    </message>
    <message>
        <source>Cost price</source>
        <translation>Τιμή κόστους</translation>
    </message>
    <message>
        <source>Previous balance in quantity</source>
        <translation>Προηγούμενο υπόλοιπο ποσότητας</translation>
    </message>
    <message>
        <source>Quantity received</source>
        <translation>Ποσότητα παραλαβής</translation>
    </message>
    <message>
        <source>Quantity sold</source>
        <translation>Ποσότητα πώλησης</translation>
    </message>
    <message>
        <source>New balance in quantity</source>
        <translation>Νέο υπόλοιπο ποσότητας</translation>
    </message>
    <message>
        <source>Quantity (European code)</source>
        <translation>Ποσότητα (ευρωπαϊκός κωδικός)</translation>
    </message>
    <message>
        <source>Quantity at 15 °C</source>
        <translation>Ποσότητα στους 15 °C</translation>
    </message>
    <message>
        <source>Unit of the quantity (id)</source>
        <translation>Μονάδα ποσότητας (ταυτότητα)</translation>
    </message>
    <message>
        <source>Second unit</source>
        <translation>Δεύτερη μονάδα</translation>
    </message>
    <message>
        <source>Second quantity</source>
        <translation>Δεύτερη ποσότητα</translation>
    </message>
    <message>
        <source>Net weight</source>
        <translation>Καθαρό βάρος</translation>
    </message>
    <message>
        <source>Gross weight</source>
        <translation>Μικτό βάρος</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Όγκος</translation>
    </message>
    <message>
        <source>Surcharges in all</source>
        <translation>Σύνολο επιβαρύνσεων</translation>
    </message>
    <message>
        <source>Special taxes in all</source>
        <translation>Σύνολο ειδικών φόρων</translation>
    </message>
    <message>
        <source>Cost in all</source>
        <translation>Σύνολο κόστους</translation>
    </message>
    <message>
        <source>Net value before the document&apos;s discount</source>
        <translation>Καθαρή αξία πριν τη συνολική έκπτωση</translation>
    </message>
    <message>
        <source>Share of the document&apos;s discount</source>
        <translation>Μερίδιο συνολικής έκπτωσης</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Συντελεστής</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Αιτία</translation>
    </message>
    <message>
        <source>Recipient of the line</source>
        <translation>Παραλήπτης γραμμής</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>Τιμή καταλόγου</translation>
    </message>
    <message>
        <source>Net at list prices</source>
        <translation>Καθαρή αξία καταλόγου</translation>
    </message>
    <message>
        <source>Total at list prices</source>
        <translation>Σύνολο καταλόγου</translation>
    </message>
    <message>
        <source>Net after the line&apos;s discounts</source>
        <translation>Καθαρή αξία μετά τις εκπτώσεις γραμμής</translation>
    </message>
    <message>
        <source>Discounts in all</source>
        <translation>Σύνολο εκπτώσεων</translation>
    </message>
    <message>
        <source>Charges in all</source>
        <translation>Σύνολο επιβαρύνσεων γραμμής</translation>
    </message>
    <message>
        <source>Grounds</source>
        <translation>Αιτιολογία</translation>
    </message>
    <message>
        <source>Beneficiary&apos;s account</source>
        <translation>Λογαριασμός δικαιούχου</translation>
    </message>
    <message>
        <source>Beneficiary</source>
        <translation>Δικαιούχος</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Χρηματιστήριο</translation>
    </message>
    <message>
        <source>Cash at hand</source>
        <translation>Χρηματικά διαθέσιμα</translation>
    </message>
    <message>
        <source>Amount of securities</source>
        <translation>Ποσό χρεογράφων</translation>
    </message>
    <message>
        <source>Bank of the securities</source>
        <translation>Τράπεζα χρεογράφων</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Ημ. λήξης</translation>
    </message>
    <message>
        <source>Rate of the local currency</source>
        <translation>Ισοτιμία τοπικού νομίσματος</translation>
    </message>
    <message>
        <source>Securities</source>
        <translation>Χρεόγραφα</translation>
    </message>
    <message>
        <source>Sponsor&apos;s code</source>
        <translation>Κωδικός χορηγού</translation>
    </message>
    <message>
        <source>Sponsor&apos;s name</source>
        <translation>Όνομα χορηγού</translation>
    </message>
    <message>
        <source>Issuer&apos;s name</source>
        <translation>Όνομα εκδότη</translation>
    </message>
    <message>
        <source>Issuer&apos;s code</source>
        <translation>Κωδικός εκδότη</translation>
    </message>
    <message>
        <source>Mark of the line (text)</source>
        <translation>Επισήμανση γραμμής (κείμενο)</translation>
    </message>
    <message>
        <source>Mark of the line</source>
        <translation>Επισήμανση γραμμής</translation>
    </message>
    <message>
        <source>Reason for 0 % VAT (text)</source>
        <translation>Αιτία 0 % ΦΠΑ (κείμενο)</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>Πλοίο</translation>
    </message>
    <message>
        <source>Application number</source>
        <translation>Αρ. αίτησης</translation>
    </message>
    <message>
        <source>Application date</source>
        <translation>Ημ. αίτησης</translation>
    </message>
    <message>
        <source>Ship&apos;s number</source>
        <translation>Αρ. πλοίου</translation>
    </message>
    <message>
        <source>Right to a discount</source>
        <translation>Δικαίωμα έκπτωσης</translation>
    </message>
    <message>
        <source>Withholding category (text)</source>
        <translation>Κατηγορία παρακράτησης (κείμενο)</translation>
    </message>
    <message>
        <source>Stamp duty category (text)</source>
        <translation>Κατηγορία ψηφιακού τέλους (κείμενο)</translation>
    </message>
    <message>
        <source>Fee category (text)</source>
        <translation>Κατηγορία τελών (κείμενο)</translation>
    </message>
    <message>
        <source>Other tax category (text)</source>
        <translation>Κατηγορία λοιπών φόρων (κείμενο)</translation>
    </message>
    <message>
        <source>Without VAT</source>
        <translation>Χωρίς ΦΠΑ</translation>
    </message>
    <message>
        <source>Kind of line (text)</source>
        <translation>Είδος γραμμής (κείμενο)</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Ταυτότητα</translation>
    </message>
    <message>
        <source>Classification type (text)</source>
        <translation>Τύπος χαρακτηρισμού (κείμενο)</translation>
    </message>
    <message>
        <source>Classification category (text)</source>
        <translation>Κατηγορία χαρακτηρισμού (κείμενο)</translation>
    </message>
    <message>
        <source>VAT classification</source>
        <translation>Χαρακτηρισμός ΦΠΑ</translation>
    </message>
    <message>
        <source>Specific weight</source>
        <translation>Ειδικό βάρος</translation>
    </message>
    <message>
        <source>Compartments</source>
        <translation>Διαμερίσματα</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Δεξαμενή</translation>
    </message>
    <message>
        <source>Conversion factor</source>
        <translation>Συντελεστής μετατροπής</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Πυκνότητα</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Θερμοκρασία</translation>
    </message>
    <message>
        <source>Purpose of movement of the line</source>
        <translation>Σκοπός διακίνησης γραμμής</translation>
    </message>
    <message>
        <source>Other purpose of the line, in words</source>
        <translation>Άλλος σκοπός γραμμής, με λόγια</translation>
    </message>
    <message>
        <source>Net after line discounts</source>
        <translation>Καθαρή αξία μετά τις εκπτώσεις</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>Εκπτώσεις</translation>
    </message>
    <message>
        <source>Discounts of the document</source>
        <translation>Εκπτώσεις παραστατικού</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>Επιβαρύνσεις</translation>
    </message>
    <message>
        <source>Special charges</source>
        <translation>Ειδικές επιβαρύνσεις</translation>
    </message>
    <message>
        <source>Income classifications</source>
        <translation>Χαρακτηρισμοί εσόδων</translation>
    </message>
    <message>
        <source>VAT per cent (code)</source>
        <translation>Ποσοστό ΦΠΑ (κωδικός)</translation>
    </message>
    <message>
        <source>Amount before discount</source>
        <translation>Ποσό πριν την έκπτωση</translation>
    </message>
    <message>
        <source>Discount amount</source>
        <translation>Ποσό έκπτωσης</translation>
    </message>
    <message>
        <source>More information 1</source>
        <translation>Περισσότερα στοιχεία 1</translation>
    </message>
    <message>
        <source>More information 2</source>
        <translation>Περισσότερα στοιχεία 2</translation>
    </message>
    <message>
        <source>More information 3</source>
        <translation>Περισσότερα στοιχεία 3</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>Κωδικός QR</translation>
    </message>
    <message>
        <source>GTIN</source>
        <translation>GTIN</translation>
    </message>
    <message>
        <source>Recipient is under no obligation</source>
        <translation>Μη υπόχρεος παραλήπτης</translation>
    </message>
    <message>
        <source>Without digital tracking of the movement</source>
        <translation>Χωρίς ψηφιακή παρακολούθηση διακίνησης</translation>
    </message>
    <message>
        <source>Send to e-transport</source>
        <translation>Αποστολή στο e-transport</translation>
    </message>
    <message>
        <source>Cancels order slips</source>
        <translation>Ακύρωση δελτίων παραγγελίας</translation>
    </message>
    <message>
        <source>Cancels order slips wholly</source>
        <translation>Ολική ακύρωση δελτίων παραγγελίας</translation>
    </message>
    <message>
        <source>Order slips cleared</source>
        <translation>Δελτία παραγγελίας που εκκαθαρίζονται</translation>
    </message>
    <message>
        <source>myDATA XML</source>
        <translation>XML myDATA</translation>
    </message>
    <message>
        <source>Answer of myDATA</source>
        <translation>Απάντηση myDATA</translation>
    </message>
    <message>
        <source>Supported document</source>
        <translation>Υποστηριζόμενο παραστατικό</translation>
    </message>
    <message>
        <source>QR of the delivery note</source>
        <translation>QR δελτίου αποστολής</translation>
    </message>
    <message>
        <source>Id of the provider&apos;s signature</source>
        <translation>Ταυτότητα υπογραφής παρόχου</translation>
    </message>
    <message>
        <source>Total amount</source>
        <translation>Συνολικό ποσό</translation>
    </message>
    <message>
        <source>Card payments</source>
        <translation>Πληρωμές με κάρτα</translation>
    </message>
    <message>
        <source>Cash payments</source>
        <translation>Πληρωμές με μετρητά</translation>
    </message>
    <message>
        <source>Cheques</source>
        <translation>Επιταγές</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>Κουπόνια</translation>
    </message>
    <message>
        <source>Remittances</source>
        <translation>Εμβάσματα</translation>
    </message>
    <message>
        <source>Collected for a third party</source>
        <translation>Είσπραξη για τρίτο</translation>
    </message>
</context>
<context>
    <name>FigureCards</name>
    <message>
        <source>{0} on before</source>
        <translation>{0} από πριν</translation>
    </message>
    <message>
        <source>{0} on a year ago</source>
        <translation>{0} από πέρυσι</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Καθαρή αξία</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ΦΠΑ</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Σύνολο</translation>
    </message>
    <message>
        <source>To be paid</source>
        <translation>Πληρωτέο</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Παραστατικά</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>Παρακρατήσεις</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Τέλη</translation>
    </message>
    <message>
        <source>Digital fee</source>
        <translation>Ψηφιακό τέλος</translation>
    </message>
    <message>
        <source>Other taxes</source>
        <translation>Λοιποί φόροι</translation>
    </message>
    <message>
        <source>Deductions</source>
        <translation>Κρατήσεις</translation>
    </message>
</context>
<context>
    <name>FigureTables</name>
    <message>
        <source>no turnover</source>
        <translation>εκτός τζίρου</translation>
    </message>
    <message>
        <source>VAT by rate</source>
        <translation>ΦΠΑ ανά συντελεστή</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Πελάτες</translation>
    </message>
    <message>
        <source>Document types</source>
        <translation>Τύποι</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Ανά μήνα</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Ανά ημέρα</translation>
    </message>
    <message>
        <source>Nothing was issued in this period.</source>
        <translation>Δεν εκδόθηκε τίποτα σε αυτή την περίοδο.</translation>
    </message>
    <message>
        <source>VAT category</source>
        <translation>Κατηγορία ΦΠΑ</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Πελάτης</translation>
    </message>
    <message>
        <source>Document type</source>
        <translation>Τύπος παραστατικού</translation>
    </message>
    <message>
        <source>Reason of exemption</source>
        <translation>Αιτία εξαίρεσης</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>ΑΦΜ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Σημείωση</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Πλήθος</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Καθαρή αξία</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ΦΠΑ</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Σύνολο</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ημερομηνία</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Net by month</source>
        <translation>Καθαρή αξία ανά μήνα</translation>
    </message>
    <message>
        <source>Net by day</source>
        <translation>Καθαρή αξία ανά ημέρα</translation>
    </message>
    <message>
        <source>Not added, without a rate to the euro: {0}</source>
        <translation>Δεν προστίθενται, χωρίς ισοτιμία με το ευρώ: {0}</translation>
    </message>
    <message>
        <source>Not added, with amounts that are too large: {0}</source>
        <translation>Δεν προστέθηκαν, με υπερβολικά μεγάλα ποσά: {0}</translation>
    </message>
    <message>
        <source>Net by month, twelve months</source>
        <translation>Καθαρή αξία, δώδεκα μήνες</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Σύνολα</translation>
    </message>
    <message>
        <source>What was issued, by its own date; credits are taken off.</source>
        <translation>Όσα εκδόθηκαν, κατά την ημερομηνία τους· τα πιστωτικά αφαιρούνται.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Πριν</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Μετά</translation>
    </message>
    <message>
        <source>Practice: no real figures</source>
        <translation>Εξάσκηση: όχι πραγματικά ποσά</translation>
    </message>
    <message>
        <source>Trial: no real figures</source>
        <translation>Δοκιμή: όχι πραγματικά ποσά</translation>
    </message>
</context>
<context>
    <name>FirstUsePanel</name>
    <message>
        <source>First document of series {0}, type {1}, branch {2}</source>
        <translation>Πρώτο παραστατικό της σειράς {0}, τύπος {1}, υποκατάστημα {2}</translation>
    </message>
    <message>
        <source>Which number of this series was used last, in another program or on paper?</source>
        <translation>Ποιος αριθμός της σειράς χρησιμοποιήθηκε τελευταίος, σε άλλο πρόγραμμα ή σε χαρτί;</translation>
    </message>
    <message>
        <source>After the restore: series {0}, type {1}, branch {2}</source>
        <translation>Μετά την επαναφορά: σειρά {0}, τύπος {1}, υποκατάστημα {2}</translation>
    </message>
    <message>
        <source>The books came back from a backup. Which number of this series was used last? These books know of {0}; later ones stand at the provider, on paper or in your mail.</source>
        <translation>Τα βιβλία επανήλθαν από αντίγραφο. Ποιος αριθμός αυτής της σειράς δόθηκε τελευταίος; Τα βιβλία γνωρίζουν ως τον {0}· όσοι δόθηκαν αργότερα φαίνονται στον πάροχο, στο χαρτί ή στα e-mail σας.</translation>
    </message>
    <message>
        <source>Last number used</source>
        <translation>Τελευταίος αριθμός</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>κανένας ακόμη</translation>
    </message>
    <message>
        <source>Keep and issue</source>
        <translation>Καταχώριση και έκδοση</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>This document gets number {0}, the next ones follow it. It is asked once.</source>
        <translation>Το παραστατικό αυτό παίρνει τον αριθμό {0} και τα επόμενα ακολουθούν. Η ερώτηση γίνεται μία φορά.</translation>
    </message>
</context>
<context>
    <name>Followed</name>
    <message>
        <source>With type {0} changed, too: {1}. Ctrl+Z takes it back.</source>
        <translation>Με τον τύπο {0} άλλαξαν και: {1}. Το Ctrl+Z τα επαναφέρει.</translation>
    </message>
    <message>
        <source>With the customer changed, too: {0}. Ctrl+Z takes it back.</source>
        <translation>Με τον πελάτη άλλαξαν και: {0}. Το Ctrl+Z τα επαναφέρει.</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ΦΠΑ</translation>
    </message>
    <message>
        <source>classification</source>
        <translation>χαρακτηρισμός</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>ποσότητα</translation>
    </message>
    <message>
        <source>price</source>
        <translation>τιμή</translation>
    </message>
    <message>
        <source>discount</source>
        <translation>έκπτωση</translation>
    </message>
    <message>
        <source>payments</source>
        <translation>πληρωμές</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>νόμισμα</translation>
    </message>
    <message>
        <source>series</source>
        <translation>σειρά</translation>
    </message>
</context>
<context>
    <name>FrameDeeds</name>
    <message>
        <source>The folder lies here: {0}</source>
        <translation>Ο φάκελος βρίσκεται εδώ: {0}</translation>
    </message>
    <message>
        <source>Program details copied.</source>
        <translation>Τα στοιχεία του προγράμματος αντιγράφηκαν.</translation>
    </message>
</context>
<context>
    <name>GoingLive</name>
    <message>
        <source>From now on documents are real</source>
        <translation>Από εδώ και πέρα τα παραστατικά είναι αληθινά</translation>
    </message>
    <message>
        <source>Each document that you issue goes to the tax authority and counts; it can be credited, not deleted. This environment has books of its own: drafts, numbers, outbox and archive begin empty here, and what you practised stays in practice. On the first document of a series you are asked for the last number used.</source>
        <translation>Κάθε παραστατικό που εκδίδετε πηγαίνει στην ΑΑΔΕ και μετρά· πιστώνεται, δεν διαγράφεται. Αυτό το περιβάλλον έχει δικά του βιβλία: πρόχειρα, αριθμοί, εξερχόμενα και αρχείο ξεκινούν άδεια, και ό,τι κάνατε στην εξάσκηση μένει στην εξάσκηση. Στο πρώτο παραστατικό κάθε σειράς θα ερωτηθείτε για τον τελευταίο αριθμό.</translation>
    </message>
    <message>
        <source>That is another number than the company&apos;s above.</source>
        <translation>Δεν είναι ο ίδιος αριθμός με το ΑΦΜ της εταιρείας πιο πάνω.</translation>
    </message>
    <message>
        <source>Type the company&apos;s VAT number once more to go live:</source>
        <translation>Γράψτε ξανά το ΑΦΜ της εταιρείας για να περάσετε σε παραγωγή:</translation>
    </message>
</context>
<context>
    <name>GridClipboard</name>
    <message>
        <source>Pasted. Lines: {0}, cells: {1}.</source>
        <translation>Επικολλήθηκαν. Γραμμές: {0}, κελιά: {1}.</translation>
    </message>
    <message>
        <source>{0} amounts like 1.234 were read as thousands.</source>
        <translation>{0} ποσά όπως το 1.234 διαβάστηκαν ως χιλιάδες.</translation>
    </message>
    <message>
        <source>Without: {0}.</source>
        <translation>Χωρίς: {0}.</translation>
    </message>
    <message>
        <source>Not understood and marked: {0}.</source>
        <translation>Δεν διαβάστηκαν και είναι σημειωμένα: {0}.</translation>
    </message>
</context>
<context>
    <name>GrossField</name>
    <message>
        <source>This is no amount.</source>
        <translation>Δεν είναι ποσό.</translation>
    </message>
    <message>
        <source>The nearest that can be reached: {0}</source>
        <translation>Το πλησιέστερο που βγαίνει: {0}</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Βοήθεια</translation>
    </message>
    <message>
        <source>Search in all pages…</source>
        <translation>Αναζήτηση σε όλες τις σελίδες…</translation>
    </message>
    <message>
        <source>Pages of the manual</source>
        <translation>Σελίδες του εγχειριδίου</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>Σελίδα του εγχειριδίου</translation>
    </message>
    <message>
        <source>Nothing found. Try one word, or the number of a message.</source>
        <translation>Δεν βρέθηκε τίποτα. Δοκιμάστε μία λέξη ή τον αριθμό ενός μηνύματος.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Πίσω</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Μπροστά</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Εισαγωγή</translation>
    </message>
    <message>
        <source>Spreadsheets and documents ({0})</source>
        <translation>Υπολογιστικά φύλλα και παραστατικά ({0})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Όλα τα αρχεία (*)</translation>
    </message>
    <message>
        <source>Folder of documents</source>
        <translation>Φάκελος παραστατικών</translation>
    </message>
    <message>
        <source>Import {0}</source>
        <translation>Εισαγωγή {0}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>The import was undone: {0}</source>
        <translation>Η εισαγωγή αναιρέθηκε: {0}</translation>
    </message>
    <message>
        <source>Changed since, and left as they are ({0}): {1}</source>
        <translation>Άλλαξαν στο μεταξύ και έμειναν ως έχουν ({0}): {1}</translation>
    </message>
    <message>
        <source>Issued or deleted since: {0}</source>
        <translation>Εκδόθηκαν ή διαγράφηκαν στο μεταξύ: {0}</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Άλλο αρχείο…</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Which document</source>
        <translation>Ποιο παραστατικό</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>ΑΦΜ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Επωνυμία</translation>
    </message>
    <message>
        <source>Brand name</source>
        <translation>Διακριτικός τίτλος</translation>
    </message>
    <message>
        <source>Customer&apos;s code</source>
        <translation>Κωδικός πελάτη</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Δραστηριότητα</translation>
    </message>
    <message>
        <source>Tax office</source>
        <translation>ΔΟΥ</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Οδός</translation>
    </message>
    <message>
        <source>Street number</source>
        <translation>Αριθμός οδού</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Πόλη</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Τ.Κ.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Χώρα</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Εγκατάσταση</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Τηλέφωνο</translation>
    </message>
    <message>
        <source>Second phone</source>
        <translation>Δεύτερο τηλέφωνο</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Φαξ</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Υπεύθυνος επικοινωνίας</translation>
    </message>
    <message>
        <source>GEMI number</source>
        <translation>Αριθμός ΓΕΜΗ</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Ιστοσελίδα</translation>
    </message>
    <message>
        <source>Document type</source>
        <translation>Τύπος παραστατικού</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Σειρά</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Νόμισμα</translation>
    </message>
    <message>
        <source>Way of payment</source>
        <translation>Τρόπος πληρωμής</translation>
    </message>
    <message>
        <source>Discount %</source>
        <translation>Έκπτωση %</translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation>Γλώσσα εκτύπωσης</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Σημειώσεις</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Παρατηρήσεις</translation>
    </message>
    <message>
        <source>Item&apos;s code</source>
        <translation>Κωδικός είδους</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Περιγραφή</translation>
    </message>
    <message>
        <source>Second description</source>
        <translation>Δεύτερη περιγραφή</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Μονάδα</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Ποσότητα</translation>
    </message>
    <message>
        <source>Price without VAT</source>
        <translation>Τιμή χωρίς ΦΠΑ</translation>
    </message>
    <message>
        <source>Price with VAT</source>
        <translation>Τιμή με ΦΠΑ</translation>
    </message>
    <message>
        <source>Net amount</source>
        <translation>Καθαρή αξία</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ΦΠΑ</translation>
    </message>
    <message>
        <source>VAT exemption</source>
        <translation>Αιτία απαλλαγής ΦΠΑ</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Χαρακτηρισμός</translation>
    </message>
    <message>
        <source>E3 type</source>
        <translation>Τύπος Ε3</translation>
    </message>
    <message>
        <source>TARIC</source>
        <translation>TARIC</translation>
    </message>
    <message>
        <source>CPV</source>
        <translation>CPV</translation>
    </message>
    <message>
        <source>Remarks of the line</source>
        <translation>Παρατηρήσεις γραμμής</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Νέο</translation>
    </message>
    <message>
        <source>Changes what is there</source>
        <translation>Αλλάζει αυτό που υπάρχει</translation>
    </message>
    <message>
        <source>Is there already, the same</source>
        <translation>Υπάρχει ήδη, ίδιο</translation>
    </message>
    <message>
        <source>Is there already, stays as it is</source>
        <translation>Υπάρχει ήδη, μένει ως έχει</translation>
    </message>
    <message>
        <source>Faulty, is left out</source>
        <translation>Με λάθος, μένει έξω</translation>
    </message>
    <message>
        <source>Totals, are left out</source>
        <translation>Σύνολα, μένουν έξω</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Προστέθηκε</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Άλλαξε</translation>
    </message>
    <message>
        <source>Was there already, the same</source>
        <translation>Υπήρχε ήδη, ίδιο</translation>
    </message>
    <message>
        <source>Was there already, stayed as it was</source>
        <translation>Υπήρχε ήδη, έμεινε ως είχε</translation>
    </message>
    <message>
        <source>Faulty, left out</source>
        <translation>Με λάθος, έμεινε έξω</translation>
    </message>
    <message>
        <source>Totals, left out</source>
        <translation>Σύνολα, έμειναν έξω</translation>
    </message>
    <message>
        <source>new: {0}</source>
        <translation>νέα: {0}</translation>
    </message>
    <message>
        <source>changed: {0}</source>
        <translation>αλλάζουν: {0}</translation>
    </message>
    <message>
        <source>the same: {0}</source>
        <translation>ίδια: {0}</translation>
    </message>
    <message>
        <source>left as they are: {0}</source>
        <translation>μένουν ως έχουν: {0}</translation>
    </message>
    <message>
        <source>faulty: {0}</source>
        <translation>με λάθη: {0}</translation>
    </message>
    <message>
        <source>rows of totals: {0}</source>
        <translation>γραμμές συνόλων: {0}</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Πελάτες</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Είδη</translation>
    </message>
    <message>
        <source>Documents (a row for each line)</source>
        <translation>Παραστατικά (μία γραμμή ανά είδος)</translation>
    </message>
    <message>
        <source>Greek, Windows (1253)</source>
        <translation>Ελληνικά Windows (1253)</translation>
    </message>
    <message>
        <source>Greek, ISO 8859-7</source>
        <translation>Ελληνικά ISO 8859-7</translation>
    </message>
    <message>
        <source>Greek, DOS (737)</source>
        <translation>Ελληνικά παλιά (737)</translation>
    </message>
    <message>
        <source>Western, Windows (1252)</source>
        <translation>Δυτικά Windows (1252)</translation>
    </message>
    <message>
        <source>Semicolon ;</source>
        <translation>Ερωτηματικό ;</translation>
    </message>
    <message>
        <source>Comma ,</source>
        <translation>Κόμμα ,</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Στηλοθέτης (Tab)</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>Κάθετος |</translation>
    </message>
    <message>
        <source>– not imported –</source>
        <translation>– δεν εισάγεται –</translation>
    </message>
    <message>
        <source>Document {0}</source>
        <translation>Παραστατικό {0}</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Αποθήκευση της αναφοράς</translation>
    </message>
    <message>
        <source>Table for Excel (*.csv)</source>
        <translation>Πίνακας για το Excel (*.csv)</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>Αποθηκεύτηκε: {0}</translation>
    </message>
    <message>
        <source>report</source>
        <translation>αναφορά</translation>
    </message>
</context>
<context>
    <name>IssueCard</name>
    <message>
        <source>transmitted to the tax authority</source>
        <translation>διαβιβάστηκε στην ΑΑΔΕ</translation>
    </message>
    <message>
        <source>MARK</source>
        <translation>ΜΑΡΚ</translation>
    </message>
    <message>
        <source>UID</source>
        <translation>UID</translation>
    </message>
    <message>
        <source>Authentication code</source>
        <translation>Κωδικός αυθεντικοποίησης</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Κατάσταση</translation>
    </message>
    <message>
        <source>Issued at</source>
        <translation>Ώρα έκδοσης</translation>
    </message>
    <message>
        <source>Official page</source>
        <translation>Επίσημη σελίδα</translation>
    </message>
    <message>
        <source>QR code of the official page</source>
        <translation>Κωδικός QR της επίσημης σελίδας</translation>
    </message>
    <message>
        <source>Copy: {0}</source>
        <translation>Αντιγραφή: {0}</translation>
    </message>
</context>
<context>
    <name>IssuerFold</name>
    <message>
        <source>branch {0}</source>
        <translation>υποκατάστημα {0}</translation>
    </message>
    <message>
        <source>All fields of the issuer</source>
        <translation>Όλα τα πεδία του εκδότη</translation>
    </message>
</context>
<context>
    <name>Issuing</name>
    <message>
        <source>Not issued. The document is as it was.</source>
        <translation>Δεν εκδόθηκε. Το παραστατικό έμεινε όπως ήταν.</translation>
    </message>
    <message>
        <source>Not issued: you went on with something else while the seconds ran.</source>
        <translation>Δεν εκδόθηκε: συνεχίσατε με κάτι άλλο όσο μετρούσαν τα δευτερόλεπτα.</translation>
    </message>
    <message>
        <source>It cannot be issued yet: {0}</source>
        <translation>Δεν μπορεί να εκδοθεί ακόμη: {0}</translation>
    </message>
    <message>
        <source>It cannot be issued yet, {0} things are wrong. The first: {1}</source>
        <translation>Δεν μπορεί να εκδοθεί ακόμη, υπάρχουν {0} λάθη. Το πρώτο: {1}</translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>or with VAT</source>
        <translation>ή με ΦΠΑ</translation>
    </message>
    <message>
        <source>Price with VAT included</source>
        <translation>Τιμή με ΦΠΑ</translation>
    </message>
    <message>
        <source>Notes, for the office alone</source>
        <translation>Σημειώσεις, μόνο για το γραφείο</translation>
    </message>
</context>
<context>
    <name>ItemsPage</name>
    <message>
        <source>Description</source>
        <translation>Περιγραφή</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Κωδικός</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Μονάδα</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Τιμή</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ΦΠΑ</translation>
    </message>
    <message>
        <source>Deleted: {0}</source>
        <translation>Διαγράφηκε: {0}</translation>
    </message>
    <message>
        <source>Items deleted: {0}</source>
        <translation>Διαγράφηκαν είδη: {0}</translation>
    </message>
    <message>
        <source>What you sell, each as the line that it becomes.</source>
        <translation>Ό,τι πουλάτε, το καθένα όπως γίνεται γραμμή παραστατικού.</translation>
    </message>
    <message>
        <source>What you sell, each as the line that it becomes. In all: {0}</source>
        <translation>Ό,τι πουλάτε, το καθένα όπως γίνεται γραμμή παραστατικού. Σύνολο: {0}</translation>
    </message>
    <message>
        <source>No items yet. Press Insert for a new one, or Ctrl+I to import them from a spreadsheet. On an invoice, Ctrl+Shift+A keeps the present line.</source>
        <translation>Δεν υπάρχουν είδη ακόμη. Insert για νέα καρτέλα, Ctrl+I για εισαγωγή από λογιστικό φύλλο. Μέσα στο τιμολόγιο, το Ctrl+Shift+A κρατά την τρέχουσα γραμμή.</translation>
    </message>
    <message>
        <source>No item answers to this. Press Esc to see all, or Insert for a new one.</source>
        <translation>Δεν βρέθηκε είδος. Esc για να τα δείτε όλα, Insert για νέα καρτέλα.</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Είδη</translation>
    </message>
    <message>
        <source>Search by code or description…</source>
        <translation>Αναζήτηση με κωδικό ή περιγραφή…</translation>
    </message>
    <message>
        <source>Search the items</source>
        <translation>Αναζήτηση στα είδη</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>There is no customer to keep yet: type a VAT number or a name.</source>
        <translation>Δεν υπάρχει ακόμη πελάτης: γράψτε ΑΦΜ ή επωνυμία.</translation>
    </message>
    <message>
        <source>The card of this customer is as it stands here.</source>
        <translation>Η καρτέλα του πελάτη είναι ήδη όπως εδώ.</translation>
    </message>
    <message>
        <source>Kept as a customer: {0}</source>
        <translation>Μπήκε στους πελάτες: {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Αναίρεση</translation>
    </message>
    <message>
        <source>The card of {0} is up to date.</source>
        <translation>Η καρτέλα ενημερώθηκε: {0}</translation>
    </message>
    <message>
        <source>There is no item to keep yet: type a code or a description.</source>
        <translation>Δεν υπάρχει ακόμη είδος: γράψτε κωδικό ή περιγραφή.</translation>
    </message>
    <message>
        <source>The card of this item is as it stands here.</source>
        <translation>Η καρτέλα του είδους είναι ήδη όπως εδώ.</translation>
    </message>
    <message>
        <source>Kept as an item: {0}</source>
        <translation>Μπήκε στα είδη: {0}</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Αναιρέθηκε.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Πλήκτρα</translation>
    </message>
    <message>
        <source>Next field, next cell</source>
        <translation>Επόμενο πεδίο, επόμενο κελί</translation>
    </message>
    <message>
        <source>Open the list of a field</source>
        <translation>Άνοιγμα της λίστας ενός πεδίου</translation>
    </message>
    <message>
        <source>All fields of a line, and back</source>
        <translation>Όλα τα πεδία μιας γραμμής, και πίσω</translation>
    </message>
    <message>
        <source>Next part of the page</source>
        <translation>Επόμενο τμήμα της σελίδας</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Μενού</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>KindBox</name>
    <message>
        <source>Kind of customer</source>
        <translation>Είδος πελάτη</translation>
    </message>
</context>
<context>
    <name>KnownParties</name>
    <message>
        <source>New customer: {0}</source>
        <translation>Νέος πελάτης: {0}</translation>
    </message>
</context>
<context>
    <name>LayingOut</name>
    <message>
        <source>The logo could not be read, so the paper has none: {0}</source>
        <translation>Το λογότυπο δεν διαβάστηκε και το έντυπο δεν έχει: {0}</translation>
    </message>
</context>
<context>
    <name>LineSheet</name>
    <message>
        <source>Line</source>
        <translation>Γραμμή</translation>
    </message>
    <message>
        <source>All of the line</source>
        <translation>Όλη η γραμμή</translation>
    </message>
    <message>
        <source>Line {0} of {1}</source>
        <translation>Γραμμή {0} από {1}</translation>
    </message>
    <message>
        <source>Several</source>
        <translation>Περισσότεροι χαρακτηρισμοί</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Προηγούμενη</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Επόμενη</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Γραμμές</translation>
    </message>
</context>
<context>
    <name>LogoBox</name>
    <message>
        <source>No logo</source>
        <translation>Χωρίς λογότυπο</translation>
    </message>
    <message>
        <source>{0} is not a picture that can be printed.</source>
        <translation>Το {0} δεν είναι εικόνα που τυπώνεται.</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Επιλογή λογοτύπου</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg)</source>
        <translation>Εικόνες (*.png *.jpg *.jpeg *.svg)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Όλα τα αρχεία (*)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Επιλογή…</translation>
    </message>
    <message>
        <source>The logo as it is now</source>
        <translation>Το λογότυπο όπως είναι τώρα</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Waiting: {0}</source>
        <translation>Σε εκκρεμότητα: {0}</translation>
    </message>
    <message>
        <source>Drafts: {0}</source>
        <translation>Πρόχειρα: {0}</translation>
    </message>
</context>
<context>
    <name>MeaningButton</name>
    <message>
        <source>What does this mean?</source>
        <translation>Τι σημαίνει;</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;New document</source>
        <translation>&amp;Νέο παραστατικό</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Νέο</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>Άν&amp;οιγμα αρχείου…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>&amp;Save draft</source>
        <translation>Α&amp;ποθήκευση προχείρου</translation>
    </message>
    <message>
        <source>&amp;Keep as template…</source>
        <translation>Φύλα&amp;ξη ως πρότυπο…</translation>
    </message>
    <message>
        <source>Print pre&amp;view</source>
        <translation>Προεπισ&amp;κόπηση εκτύπωσης</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Προεπισκόπηση</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Εκτύπωση…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Εκτύπωση</translation>
    </message>
    <message>
        <source>Save as PD&amp;F…</source>
        <translation>Απο&amp;θήκευση ως PDF…</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Αποθήκευση PDF</translation>
    </message>
    <message>
        <source>Send by &amp;e-mail…</source>
        <translation>Αποστο&amp;λή με e-mail…</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>E&amp;xit</source>
        <translation>Έξο&amp;δος</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Αναίρεση</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Επανάληψη</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Αποκο&amp;πή</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Αντι&amp;γραφή</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Επικό&amp;λληση</translation>
    </message>
    <message>
        <source>&amp;Insert line</source>
        <translation>&amp;Νέα γραμμή</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Νέα γραμμή</translation>
    </message>
    <message>
        <source>&amp;Delete line</source>
        <translation>&amp;Διαγραφή γραμμής</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Διαγραφή</translation>
    </message>
    <message>
        <source>D&amp;uplicate line</source>
        <translation>Αντί&amp;γραφο γραμμής</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Νέο από αυτό</translation>
    </message>
    <message>
        <source>Connection to the &amp;provider…</source>
        <translation>Σύνδεση με τον &amp;πάροχο…</translation>
    </message>
    <message>
        <source>&amp;Fill down</source>
        <translation>Συμπλή&amp;ρωση προς τα κάτω</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>Ε&amp;ισαγωγή από αρχείο…</translation>
    </message>
    <message>
        <source>&amp;Templates…</source>
        <translation>Πρότ&amp;υπα…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Εξαγωγή</translation>
    </message>
    <message>
        <source>Export ta&amp;bles…</source>
        <translation>Εξα&amp;γωγή…</translation>
    </message>
    <message>
        <source>&amp;Month&apos;s package…</source>
        <translation>Πακέτο &amp;μήνα…</translation>
    </message>
    <message>
        <source>Month&apos;s package</source>
        <translation>Πακέτο μήνα</translation>
    </message>
    <message>
        <source>Price with &amp;VAT included…</source>
        <translation>Τι&amp;μή με ΦΠΑ…</translation>
    </message>
    <message>
        <source>&amp;Wanted total…</source>
        <translation>&amp;Ζητούμενο σύνολο…</translation>
    </message>
    <message>
        <source>Find a &amp;customer</source>
        <translation>Αναζήτηση πε&amp;λάτη</translation>
    </message>
    <message>
        <source>&amp;Keep the customer</source>
        <translation>&amp;Φύλαξη του πελάτη</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Φύλαξη</translation>
    </message>
    <message>
        <source>Keep the line as an ite&amp;m</source>
        <translation>Φύλα&amp;ξη της γραμμής ως είδους</translation>
    </message>
    <message>
        <source>C&amp;heck the VAT number</source>
        <translation>Έλεγ&amp;χος ΑΦΜ</translation>
    </message>
    <message>
        <source>Check VAT</source>
        <translation>Έλεγχος ΑΦΜ</translation>
    </message>
    <message>
        <source>Columns of the &amp;table…</source>
        <translation>Στήλες του πίνα&amp;κα…</translation>
    </message>
    <message>
        <source>Move line u&amp;p</source>
        <translation>Μετακίνηση προς τα &amp;πάνω</translation>
    </message>
    <message>
        <source>Move line d&amp;own</source>
        <translation>Μετακίνηση προς τα &amp;κάτω</translation>
    </message>
    <message>
        <source>&amp;Issue and send</source>
        <translation>Έκ&amp;δοση και αποστολή</translation>
    </message>
    <message>
        <source>Issue the &amp;chosen drafts…</source>
        <translation>Έκδοση των επιλε&amp;γμένων προχείρων…</translation>
    </message>
    <message>
        <source>Issue these</source>
        <translation>Έκδοση επιλεγμένων</translation>
    </message>
    <message>
        <source>&amp;Try everything now</source>
        <translation>Αποστολή όλων &amp;τώρα</translation>
    </message>
    <message>
        <source>Duplicate as &amp;new document</source>
        <translation>Νέο παραστατικό από α&amp;υτό</translation>
    </message>
    <message>
        <source>C&amp;redit…</source>
        <translation>Πίσ&amp;τωση…</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Πίστωση</translation>
    </message>
    <message>
        <source>&amp;Bill the chosen ones</source>
        <translation>Τιμ&amp;ολόγηση επιλεγμένων</translation>
    </message>
    <message>
        <source>Bill these</source>
        <translation>Τιμολόγηση</translation>
    </message>
    <message>
        <source>C&amp;ancel the delivery note…</source>
        <translation>&amp;Ακύρωση δελτίου αποστολής…</translation>
    </message>
    <message>
        <source>Cancel note</source>
        <translation>Ακύρωση δελτίου</translation>
    </message>
    <message>
        <source>Provider&apos;s PDF</source>
        <translation>PDF παρόχου</translation>
    </message>
    <message>
        <source>Provider&apos;s P&amp;DF…</source>
        <translation>PDF του παρό&amp;χου…</translation>
    </message>
    <message>
        <source>The &amp;authority&apos;s XML</source>
        <translation>XML της &amp;ΑΑΔΕ</translation>
    </message>
    <message>
        <source>Authority&apos;s XML</source>
        <translation>XML της ΑΑΔΕ</translation>
    </message>
    <message>
        <source>&amp;Search everything…</source>
        <translation>Ανα&amp;ζήτηση παντού…</translation>
    </message>
    <message>
        <source>&amp;Companies…</source>
        <translation>Ε&amp;ταιρείες…</translation>
    </message>
    <message>
        <source>Set &amp;up the company…</source>
        <translation>Ρύθμιση της &amp;εταιρείας…</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Ρυθμίσεις…</translation>
    </message>
    <message>
        <source>&amp;Backups…</source>
        <translation>&amp;Αντίγραφα ασφαλείας…</translation>
    </message>
    <message>
        <source>&amp;Numbers of the series…</source>
        <translation>Αριθμοί των &amp;σειρών…</translation>
    </message>
    <message>
        <source>&amp;Verify the journal</source>
        <translation>Έλεγχος του &amp;ημερολογίου</translation>
    </message>
    <message>
        <source>Open log f&amp;older</source>
        <translation>Άνοιγμα φακέ&amp;λου αρχείων καταγραφής</translation>
    </message>
    <message>
        <source>&amp;Find in the archive</source>
        <translation>Αναζήτηση στα εκ&amp;δοθέντα</translation>
    </message>
    <message>
        <source>&amp;Copy program details</source>
        <translation>Αντι&amp;γραφή στοιχείων προγράμματος</translation>
    </message>
    <message>
        <source>&amp;Help on this</source>
        <translation>&amp;Βοήθεια εδώ</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Πλήκτρα</translation>
    </message>
    <message>
        <source>Look for &amp;updates…</source>
        <translation>Αναζήτηση &amp;ενημερώσεων…</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Σχετικά με το πρόγραμμα</translation>
    </message>
    <message>
        <source>&amp;Compose</source>
        <translation>&amp;Σύνταξη</translation>
    </message>
    <message>
        <source>&amp;Drafts</source>
        <translation>&amp;Πρόχειρα</translation>
    </message>
    <message>
        <source>&amp;Outbox</source>
        <translation>&amp;Εξερχόμενα</translation>
    </message>
    <message>
        <source>&amp;Receipt</source>
        <translation>Απο&amp;τέλεσμα</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>Εκ&amp;δοθέντα</translation>
    </message>
    <message>
        <source>C&amp;ustomers</source>
        <translation>Πε&amp;λάτες</translation>
    </message>
    <message>
        <source>&amp;Items</source>
        <translation>Είδ&amp;η</translation>
    </message>
    <message>
        <source>&amp;Figures</source>
        <translation>Σύ&amp;νολα</translation>
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation>Δεί&amp;γματα</translation>
    </message>
    <message>
        <source>&amp;Recent files</source>
        <translation>Π&amp;ρόσφατα αρχεία</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Γλώσσ&amp;α</translation>
    </message>
    <message>
        <source>Appeara&amp;nce</source>
        <translation>Ε&amp;μφάνιση</translation>
    </message>
    <message>
        <source>&amp;As the system</source>
        <translation>Όπως το &amp;σύστημα</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Φωτεινή</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>Σκού&amp;ρα</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Υψηλή αντίθεση</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Αρχείο</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Επεξεργασία</translation>
    </message>
    <message>
        <source>&amp;Document</source>
        <translation>&amp;Παραστατικό</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>Απο&amp;στολή</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Π&amp;ροβολή</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>Ερ&amp;γαλεία</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Βοήθεια</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>&amp;Καθαρισμός της λίστας</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Κλείσιμο του μηνύματος</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>Ready to issue</source>
        <translation>Έτοιμο για έκδοση</translation>
    </message>
    <message>
        <source>{0} of {1} required fields filled</source>
        <translation>Συμπληρωμένα {0} από {1} απαιτούμενα πεδία</translation>
    </message>
</context>
<context>
    <name>MoreCard</name>
    <message>
        <source>More of the provider&apos;s answer</source>
        <translation>Άλλα στοιχεία της απάντησης του παρόχου</translation>
    </message>
    <message>
        <source>Cancellation MARK</source>
        <translation>ΜΑΡΚ ακύρωσης</translation>
    </message>
    <message>
        <source>Provider&apos;s signature</source>
        <translation>Υπογραφή παρόχου</translation>
    </message>
    <message>
        <source>Integrity signature</source>
        <translation>Υπογραφή ακεραιότητας</translation>
    </message>
    <message>
        <source>Provider&apos;s identifier</source>
        <translation>Αναγνωριστικό παρόχου</translation>
    </message>
    <message>
        <source>Our identifier</source>
        <translation>Δικό μας αναγνωριστικό</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Σειρά</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Αριθμός</translation>
    </message>
    <message>
        <source>Date of issue</source>
        <translation>Ημερομηνία έκδοσης</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Πύλη</translation>
    </message>
    <message>
        <source>QR address for movements</source>
        <translation>Διεύθυνση QR για διακινήσεις</translation>
    </message>
    <message>
        <source>QR code as data</source>
        <translation>Κωδικός QR ως δεδομένα</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Μήνυμα</translation>
    </message>
    <message>
        <source>Copy: {0}</source>
        <translation>Αντιγραφή: {0}</translation>
    </message>
</context>
<context>
    <name>MoreTab</name>
    <message>
        <source>Find a field by its name…</source>
        <translation>Αναζήτηση πεδίου με το όνομά του…</translation>
    </message>
    <message>
        <source>Find a field</source>
        <translation>Αναζήτηση πεδίου</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Όλα τα πεδία</translation>
    </message>
    <message>
        <source>Add a row  Insert</source>
        <translation>Προσθήκη εγγραφής  Insert</translation>
    </message>
    <message>
        <source>Remove the row  Ctrl+Delete</source>
        <translation>Διαγραφή εγγραφής  Ctrl+Delete</translation>
    </message>
</context>
<context>
    <name>NoBooks</name>
    <message>
        <source>The program has a fault; it is in the log.</source>
        <translation>Το πρόγραμμα έχει σφάλμα· βρίσκεται στο αρχείο καταγραφής.</translation>
    </message>
    <message>
        <source>Nothing can be typed until they are open: it could not be saved.</source>
        <translation>Μέχρι να ανοίξουν δεν μπορείτε να γράψετε κάτι: δεν θα μπορούσε να αποθηκευτεί.</translation>
    </message>
    <message>
        <source>The books could not be opened</source>
        <translation>Τα βιβλία δεν άνοιξαν</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Νέα προσπάθεια</translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation>Άνοιγμα φακέλου δεδομένων</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Asking the provider to cancel the note…</source>
        <translation>Ζητείται από τον πάροχο η ακύρωση του δελτίου…</translation>
    </message>
</context>
<context>
    <name>Notification</name>
    <message>
        <source>Nobody: to the archive only</source>
        <translation>Κανένας: μόνο στο αρχείο</translation>
    </message>
    <message>
        <source>E-mail with a link</source>
        <translation>E-mail με σύνδεσμο</translation>
    </message>
    <message>
        <source>E-mail with the PDF</source>
        <translation>E-mail με το PDF</translation>
    </message>
    <message>
        <source>E-mail with a link, and e-mail with the PDF</source>
        <translation>E-mail με σύνδεσμο και e-mail με το PDF</translation>
    </message>
    <message>
        <source>Message to the mobile</source>
        <translation>Μήνυμα στο κινητό</translation>
    </message>
    <message>
        <source>E-mail with a link, and message to the mobile</source>
        <translation>E-mail με σύνδεσμο και μήνυμα στο κινητό</translation>
    </message>
</context>
<context>
    <name>NotifySheet</name>
    <message>
        <source>Recipients are given, but no way: until you choose one, nobody is sent anything.</source>
        <translation>Υπάρχουν παραλήπτες χωρίς τρόπο αποστολής: όσο δεν επιλέγετε, δεν στέλνεται τίποτα σε κανέναν.</translation>
    </message>
    <message>
        <source>When it is issued, the provider writes to: {0}</source>
        <translation>Μετά την έκδοση ο πάροχος στέλνει μήνυμα σε: {0}</translation>
    </message>
    <message>
        <source>The provider sends nobody a message.</source>
        <translation>Ο πάροχος δεν στέλνει μήνυμα σε κανέναν.</translation>
    </message>
    <message>
        <source>Write down who is to be told.</source>
        <translation>Γράψτε ποιος θα ειδοποιηθεί.</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>Series {0} · {1} · branch {2} · VAT number {3}</source>
        <translation>Σειρά {0} · {1} · υποκατάστημα {2} · ΑΦΜ {3}</translation>
    </message>
    <message>
        <source>{0} documents, from {1} to {2}</source>
        <translation>{0} παραστατικά, από {1} έως {2}</translation>
    </message>
    <message>
        <source>No gaps and no conflicts.</source>
        <translation>Χωρίς κενά και χωρίς συγκρούσεις.</translation>
    </message>
    <message>
        <source>{0}, branch {1}: series {2}</source>
        <translation>{0}, εγκατάσταση {1}: σειρά {2}</translation>
    </message>
    <message>
        <source>Series of new documents, as settled:</source>
        <translation>Σειρές νέων παραστατικών, όπως ορίστηκαν:</translation>
    </message>
</context>
<context>
    <name>Offered</name>
    <message>
        <source>{0}  ·  branch {1}</source>
        <translation>{0}  ·  υποκατάστημα {1}</translation>
    </message>
</context>
<context>
    <name>OfflineCard</name>
    <message>
        <source>For the customer, while there is no connection</source>
        <translation>Για τον πελάτη, όσο δεν υπάρχει σύνδεση</translation>
    </message>
    <message>
        <source>Address of the code</source>
        <translation>Διεύθυνση του κωδικού</translation>
    </message>
    <message>
        <source>QR code of a document issued without a connection</source>
        <translation>Κωδικός QR παραστατικού χωρίς σύνδεση</translation>
    </message>
    <message>
        <source>Print it now: its paper says that the connection was lost and carries this code. It is sent by itself as soon as there is a connection.</source>
        <translation>Τυπώστε το τώρα: το χαρτί του γράφει την απώλεια διασύνδεσης και φέρει αυτόν τον κωδικό. Στέλνεται μόνο του μόλις υπάρξει σύνδεση.</translation>
    </message>
    <message>
        <source>There is no code to print on its paper yet. {0}</source>
        <translation>Δεν υπάρχει ακόμη κωδικός για το χαρτί του. {0}</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Open a document as a new draft</source>
        <translation>Άνοιγμα παραστατικού ως νέου προχείρου</translation>
    </message>
    <message>
        <source>Documents (*.json *.invdraft)</source>
        <translation>Παραστατικά (*.json *.invdraft)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Όλα τα αρχεία (*)</translation>
    </message>
    <message>
        <source>{0} was not opened. {1}</source>
        <translation>Το {0} δεν άνοιξε. {1}</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>State</source>
        <translation>Κατάσταση</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Παραστατικό</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Πελάτης</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Αξία</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Πριν από</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Προσπάθειες</translation>
    </message>
    <message>
        <source>Legal limit</source>
        <translation>Όριο νόμου</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Επόμενο βήμα</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>πέρασε</translation>
    </message>
    <message>
        <source>Nothing has come back yet.</source>
        <translation>Δεν υπάρχει ακόμη απάντηση.</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Εξερχόμενα</translation>
    </message>
    <message>
        <source>What is on its way. It is sent in the background; you can go on working.</source>
        <translation>Όσα αποστέλλονται. Η αποστολή γίνεται στο παρασκήνιο· μπορείτε να συνεχίσετε την εργασία σας.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Προσπάθεια τώρα</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>What came back</source>
        <translation>Τι ήρθε</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Τι στάλθηκε</translation>
    </message>
    <message>
        <source>Nothing is on its way. Everything has been sent.</source>
        <translation>Δεν εκκρεμεί τίποτα. Όλα έχουν σταλεί.</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Yes</source>
        <translation>Ναι</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Όχι</translation>
    </message>
    <message>
        <source>the provider signs when myDATA does not answer</source>
        <translation>ο πάροχος υπογράφει όταν το myDATA δεν αποκρίνεται</translation>
    </message>
    <message>
        <source>the provider signs also when myDATA refuses</source>
        <translation>ο πάροχος υπογράφει και όταν το myDATA απορρίπτει</translation>
    </message>
    <message>
        <source>the provider never signs itself</source>
        <translation>ο πάροχος δεν υπογράφει ποτέ μόνος του</translation>
    </message>
    <message>
        <source>sent at once</source>
        <translation>άμεση διαβίβαση</translation>
    </message>
    <message>
        <source>no connection to the provider</source>
        <translation>χωρίς σύνδεση με τον πάροχο</translation>
    </message>
    <message>
        <source>no connection to myDATA</source>
        <translation>χωρίς σύνδεση με το myDATA</translation>
    </message>
    <message>
        <source>no internet (ERP)</source>
        <translation>χωρίς διαδίκτυο (ERP)</translation>
    </message>
    <message>
        <source>forced (ERP)</source>
        <translation>αναγκαστική (ERP)</translation>
    </message>
    <message>
        <source>fiscal document</source>
        <translation>φορολογικό παραστατικό</translation>
    </message>
    <message>
        <source>to the Greek state</source>
        <translation>προς το Δημόσιο</translation>
    </message>
    <message>
        <source>restaurant order</source>
        <translation>παραγγελία εστίασης</translation>
    </message>
    <message>
        <source>delivery note, not sent to myDATA</source>
        <translation>δελτίο αποστολής, χωρίς διαβίβαση στο myDATA</translation>
    </message>
    <message>
        <source>order</source>
        <translation>παραγγελία</translation>
    </message>
    <message>
        <source>offer</source>
        <translation>προσφορά</translation>
    </message>
    <message>
        <source>foreign issuer, not sent to myDATA</source>
        <translation>αλλοδαπός εκδότης, χωρίς διαβίβαση στο myDATA</translation>
    </message>
    <message>
        <source>ordinary line</source>
        <translation>κανονική γραμμή</translation>
    </message>
    <message>
        <source>a fee that bears VAT, as a line of its own</source>
        <translation>τέλος με ΦΠΑ, σε δική του γραμμή</translation>
    </message>
    <message>
        <source>another tax that bears VAT, as a line of its own</source>
        <translation>λοιπός φόρος με ΦΠΑ, σε δική του γραμμή</translation>
    </message>
    <message>
        <source>gift voucher</source>
        <translation>δωροεπιταγή</translation>
    </message>
    <message>
        <source>return: taken off (order forms, 8.6)</source>
        <translation>επιστροφή: αφαιρείται (δελτία παραγγελίας, 8.6)</translation>
    </message>
    <message>
        <source>archive only, nobody is told</source>
        <translation>μόνο αρχειοθέτηση, χωρίς ειδοποίηση</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>mobile telephone</source>
        <translation>κινητό τηλέφωνο</translation>
    </message>
    <message>
        <source>e-mail and mobile telephone</source>
        <translation>e-mail και κινητό τηλέφωνο</translation>
    </message>
    <message>
        <source>contract, with its number behind</source>
        <translation>σύμβαση, με τον αριθμό της μετά</translation>
    </message>
    <message>
        <source>order, with its number behind</source>
        <translation>παραγγελία, με τον αριθμό της μετά</translation>
    </message>
    <message>
        <source>none</source>
        <translation>καμία</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Ελληνικά</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Αγγλικά</translation>
    </message>
    <message>
        <source>discount</source>
        <translation>έκπτωση</translation>
    </message>
    <message>
        <source>charge</source>
        <translation>επιβάρυνση</translation>
    </message>
    <message>
        <source>No. {0} (new)</source>
        <translation>Αρ. {0} (νέα εγγραφή)</translation>
    </message>
    <message>
        <source>No. {0}</source>
        <translation>Αρ. {0}</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} εγγραφές</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Πεδίο</translation>
    </message>
    <message>
        <source>Name in the file</source>
        <translation>Όνομα στο αρχείο</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Τιμή</translation>
    </message>
</context>
<context>
    <name>PackageDialog</name>
    <message>
        <source>Documents: {0}</source>
        <translation>Παραστατικά: {0}</translation>
    </message>
    <message>
        <source>Nothing was issued in this period.</source>
        <translation>Δεν εκδόθηκε τίποτα σε αυτή την περίοδο.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Διακοπή</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} από {1}</translation>
    </message>
    <message>
        <source>Month&apos;s package for the accountant</source>
        <translation>Πακέτο μήνα για τον λογιστή</translation>
    </message>
    <message>
        <source>One ZIP file with everything that was issued: the list, the totals, and of each document its PDF, the data that were sent and the provider&apos;s receipt.</source>
        <translation>Ένα αρχείο ZIP με όλα όσα εκδόθηκαν: κατάλογος, σύνολα και, για κάθε παραστατικό, το PDF του, τα δεδομένα που στάλθηκαν και η απόδειξη του παρόχου.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Πριν</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Μετά</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Αποθήκευση…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Πρόοδος</translation>
    </message>
</context>
<context>
    <name>PaperDeeds</name>
    <message>
        <source>No printer is set up on this computer. You can save the document as PDF.</source>
        <translation>Δεν υπάρχει εκτυπωτής σε αυτόν τον υπολογιστή. Μπορείτε να αποθηκεύσετε το παραστατικό ως PDF.</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Αποθήκευση PDF</translation>
    </message>
    <message>
        <source>Sent to the printer {0}.</source>
        <translation>Στάλθηκε στον εκτυπωτή {0}.</translation>
    </message>
    <message>
        <source>The printer did not take the document.</source>
        <translation>Ο εκτυπωτής δεν δέχθηκε το παραστατικό.</translation>
    </message>
    <message>
        <source>The mail program has the message with {0}.</source>
        <translation>Το μήνυμα με το {0} δόθηκε στο πρόγραμμα e-mail.</translation>
    </message>
    <message>
        <source>No mail program could be opened. The PDF and the message are in {0}.</source>
        <translation>Δεν άνοιξε πρόγραμμα e-mail. Το PDF και το μήνυμα βρίσκονται στο {0}.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Άνοιγμα φακέλου</translation>
    </message>
</context>
<context>
    <name>PaperStep</name>
    <message>
        <source>Paper</source>
        <translation>Έντυπο</translation>
    </message>
    <message>
        <source>What is printed on every document besides what you type.</source>
        <translation>Ό,τι τυπώνεται σε κάθε παραστατικό πέρα από όσα γράφετε.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Λογότυπο</translation>
    </message>
    <message>
        <source>Provider&apos;s line</source>
        <translation>Γραμμή παρόχου</translation>
    </message>
    <message>
        <source>The provider&apos;s name and licence, as its contract asks; printed at the foot.</source>
        <translation>Το όνομα και η άδεια του παρόχου, όπως ορίζει η σύμβαση· τυπώνεται στο κάτω μέρος.</translation>
    </message>
</context>
<context>
    <name>PartySearch</name>
    <message>
        <source>Find by name or VAT number…</source>
        <translation>Αναζήτηση με επωνυμία ή ΑΦΜ…</translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation>Αναζήτηση πελάτη</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Line {0}</source>
        <translation>Γραμμή {0}</translation>
    </message>
    <message>
        <source>Tax {0}</source>
        <translation>Φόρος {0}</translation>
    </message>
    <message>
        <source>Payment {0}</source>
        <translation>Πληρωμή {0}</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>What happens</source>
        <translation>Τι θα γίνει</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Back</source>
        <translation>Πίσω</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Γλώσσα</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Χαρτί</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Μέγεθος</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Προεπισκόπηση</translation>
    </message>
    <message>
        <source>Both languages</source>
        <translation>Δίγλωσσο</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Roll of 80 mm</source>
        <translation>Ρολό 80 mm</translation>
    </message>
    <message>
        <source>Whole width</source>
        <translation>Όλο το πλάτος</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Όλη η σελίδα</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Μικρότερα</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Μεγαλύτερα</translation>
    </message>
    <message>
        <source>The document as it prints</source>
        <translation>Το παραστατικό όπως εκτυπώνεται</translation>
    </message>
    <message>
        <source>Laying out…</source>
        <translation>Γίνεται σελιδοποίηση…</translation>
    </message>
    <message>
        <source>Not issued yet: no number, no MARK.</source>
        <translation>Δεν έχει εκδοθεί ακόμη: χωρίς αριθμό και ΜΑΡΚ.</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Σελίδα {0} από {1}</translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message>
        <source>What the column “{0}” means</source>
        <translation>Τι σημαίνει η στήλη «{0}»</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Αρχείο</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Τύπος</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Πελάτης</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Σύνολο</translation>
    </message>
    <message>
        <source>The same documents were imported on {0}: they would be here twice.</source>
        <translation>Τα ίδια παραστατικά εισήχθησαν στις {0}: θα υπάρχουν εδώ δύο φορές.</translation>
    </message>
    <message>
        <source>Looking at all rows…</source>
        <translation>Διαβάζονται όλες οι γραμμές…</translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>Δεν έχει τίποτα μέσα.</translation>
    </message>
    <message>
        <source>{0}   (the first {1} rows are shown)</source>
        <translation>{0}   (φαίνονται οι πρώτες {1} γραμμές)</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>Γραμμές του αρχείου</translation>
    </message>
</context>
<context>
    <name>PricePopup</name>
    <message>
        <source>Type an amount.</source>
        <translation>Γράψτε ένα ποσό.</translation>
    </message>
    <message>
        <source>This is no amount.</source>
        <translation>Δεν είναι ποσό.</translation>
    </message>
    <message>
        <source>This line cannot be priced so: it has no quantity, or enters no sum.</source>
        <translation>Η γραμμή δεν τιμολογείται έτσι: δεν έχει ποσότητα ή δεν αθροίζεται.</translation>
    </message>
    <message>
        <source>Discount {0}: it comes to {1}</source>
        <translation>Έκπτωση {0}: βγαίνει {1}</translation>
    </message>
    <message>
        <source>Unit price {0}: it comes to {1}</source>
        <translation>Τιμή μονάδας {0}: βγαίνει {1}</translation>
    </message>
    <message>
        <source>{0} cannot be reached; this is the nearest.</source>
        <translation>Δεν βγαίνει {0}· αυτό είναι το πλησιέστερο.</translation>
    </message>
    <message>
        <source>Unit price with VAT</source>
        <translation>Τιμή μονάδας με ΦΠΑ</translation>
    </message>
    <message>
        <source>Wanted total</source>
        <translation>Ζητούμενο σύνολο</translation>
    </message>
    <message>
        <source>Of the whole document</source>
        <translation>Όλου του παραστατικού</translation>
    </message>
    <message>
        <source>By a discount</source>
        <translation>Με έκπτωση</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Εφαρμογή</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Άκυρο</translation>
    </message>
</context>
<context>
    <name>PriceRows</name>
    <message>
        <source>No price or discount can be this.</source>
        <translation>Αυτό δεν μπορεί να είναι τιμή ή έκπτωση.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Κωδικός</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Είδος</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>ΑΦΜ</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Πελάτης</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Τιμή</translation>
    </message>
    <message>
        <source>Discount %</source>
        <translation>Έκπτωση %</translation>
    </message>
</context>
<context>
    <name>PricesPanel</name>
    <message>
        <source>Own prices</source>
        <translation>Ειδικές τιμές</translation>
    </message>
    <message>
        <source>Prices of customers</source>
        <translation>Τιμές πελατών</translation>
    </message>
    <message>
        <source>What this customer pays instead of an item&apos;s own price or discount.</source>
        <translation>Τι πληρώνει αυτός ο πελάτης αντί για την τιμή ή την έκπτωση του είδους.</translation>
    </message>
    <message>
        <source>Add an item: type its code or description…</source>
        <translation>Προσθήκη είδους: γράψτε κωδικό ή περιγραφή…</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>Προσθήκη είδους</translation>
    </message>
    <message>
        <source>What single customers pay instead of the price or discount of the card.</source>
        <translation>Τι πληρώνουν ορισμένοι πελάτες αντί για την τιμή ή την έκπτωση της καρτέλας.</translation>
    </message>
    <message>
        <source>Add a customer: type a name or VAT number…</source>
        <translation>Προσθήκη πελάτη: γράψτε επωνυμία ή ΑΦΜ…</translation>
    </message>
    <message>
        <source>Add a customer</source>
        <translation>Προσθήκη πελάτη</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Αφαίρεση</translation>
    </message>
</context>
<context>
    <name>ProblemPanel</name>
    <message>
        <source>Problems</source>
        <translation>Προβλήματα</translation>
    </message>
    <message>
        <source>Errors: {0}</source>
        <translation>Λάθη: {0}</translation>
    </message>
    <message>
        <source>Warnings: {0}</source>
        <translation>Προειδοποιήσεις: {0}</translation>
    </message>
    <message>
        <source>Nothing stands in the way of issuing.</source>
        <translation>Τίποτα δεν εμποδίζει την έκδοση.</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Error</source>
        <translation>Σφάλμα</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Προειδοποίηση</translation>
    </message>
</context>
<context>
    <name>ProviderFileDeeds</name>
    <message>
        <source>Saved: {0}</source>
        <translation>Αποθηκεύτηκε: {0}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>No program could open the file: {0}</source>
        <translation>Κανένα πρόγραμμα δεν μπόρεσε να ανοίξει το αρχείο: {0}</translation>
    </message>
    <message>
        <source>Authority&apos;s XML</source>
        <translation>XML της ΑΑΔΕ</translation>
    </message>
</context>
<context>
    <name>RateTable</name>
    <message>
        <source>VAT rate</source>
        <translation>ΦΠΑ</translation>
    </message>
    <message>
        <source>On net</source>
        <translation>Καθαρή αξία</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>Ποσό ΦΠΑ</translation>
    </message>
</context>
<context>
    <name>ReadingOptions</name>
    <message>
        <source>None</source>
        <translation>Καμία</translation>
    </message>
    <message>
        <source>The file holds</source>
        <translation>Το αρχείο έχει</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Φύλλο</translation>
    </message>
    <message>
        <source>Row of headings</source>
        <translation>Γραμμή τίτλων</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Κωδικοποίηση</translation>
    </message>
    <message>
        <source>Values are apart by</source>
        <translation>Διαχωριστικό</translation>
    </message>
    <message>
        <source>Change those that are there already</source>
        <translation>Να αλλάξουν όσα υπάρχουν ήδη</translation>
    </message>
    <message>
        <source>Only rows with remarks</source>
        <translation>Μόνο γραμμές με παρατηρήσεις</translation>
    </message>
    <message>
        <source>Each becomes a draft. Number and date are given at issue: those of the file are left behind.</source>
        <translation>Κάθε ένα γίνεται πρόχειρο. Αριθμός και ημερομηνία δίνονται στην έκδοση: του αρχείου δεν κρατιούνται.</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>PRACTICE</source>
        <translation>ΕΞΑΣΚΗΣΗ</translation>
    </message>
    <message>
        <source>PRACTICE – this document was sent to nobody and has no legal effect. The MARK is made up.</source>
        <translation>ΕΞΑΣΚΗΣΗ – το παραστατικό δεν στάλθηκε πουθενά και δεν έχει φορολογική ισχύ. Το ΜΑΡΚ είναι εικονικό.</translation>
    </message>
    <message>
        <source>TRIAL</source>
        <translation>ΔΟΚΙΜΗ</translation>
    </message>
    <message>
        <source>TRIAL – this document was sent to the provider&apos;s trial service and has no legal effect.</source>
        <translation>ΔΟΚΙΜΗ – το παραστατικό στάλθηκε στη δοκιμαστική υπηρεσία του παρόχου και δεν έχει φορολογική ισχύ.</translation>
    </message>
    <message>
        <source>Credited as a whole by order to the provider (unconfirmed): its pages do not say which type, series and sums the credit gets. See on the provider&apos;s page what it became.</source>
        <translation>Πιστώθηκε ολόκληρο με εντολή προς τον πάροχο (ανεπιβεβαίωτο): οι σελίδες του δεν λένε τι τύπο, σειρά και ποσά παίρνει το πιστωτικό. Δείτε στη σελίδα του παρόχου τι έγινε.</translation>
    </message>
    <message>
        <source>It may have been issued. Do not write it again: the program finds out by itself, and nothing is issued twice.</source>
        <translation>Μπορεί να έχει εκδοθεί. Μην το ξαναγράψετε: το πρόγραμμα το διαπιστώνει μόνο του και τίποτα δεν εκδίδεται δύο φορές.</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>The provider&apos;s page tells nothing to compare yet.</source>
        <translation>Η σελίδα του παρόχου δεν λέει ακόμη κάτι για σύγκριση.</translation>
    </message>
    <message>
        <source>At the provider the document has other amounts.</source>
        <translation>Στον πάροχο το παραστατικό έχει άλλα ποσά.</translation>
    </message>
    <message>
        <source>Compared: the provider&apos;s document has the same amounts.</source>
        <translation>Συγκρίθηκε: στον πάροχο το παραστατικό έχει τα ίδια ποσά.</translation>
    </message>
    <message>
        <source>MARK copied.</source>
        <translation>Το ΜΑΡΚ αντιγράφηκε.</translation>
    </message>
    <message>
        <source>Address copied.</source>
        <translation>Η διεύθυνση αντιγράφηκε.</translation>
    </message>
    <message>
        <source>Copied: {0}</source>
        <translation>Αντιγράφηκε: {0}</translation>
    </message>
    <message>
        <source>The address is not the provider&apos;s own, so it is not opened.</source>
        <translation>Η διεύθυνση δεν ανήκει στον πάροχο, γι’ αυτό δεν ανοίγει.</translation>
    </message>
    <message>
        <source>No program could open the address. You can copy it.</source>
        <translation>Κανένα πρόγραμμα δεν άνοιξε τη διεύθυνση. Μπορείτε να την αντιγράψετε.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Αποτέλεσμα έκδοσης</translation>
    </message>
    <message>
        <source>New document</source>
        <translation>Νέο παραστατικό</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Διόρθωση</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Προσπάθεια τώρα</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Ημερολόγιο</translation>
    </message>
    <message>
        <source>Compare with the provider&apos;s page</source>
        <translation>Σύγκριση με τη σελίδα του παρόχου</translation>
    </message>
    <message>
        <source>Copy MARK</source>
        <translation>Αντιγραφή ΜΑΡΚ</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Αντιγραφή διεύθυνσης</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Άνοιγμα σελίδας</translation>
    </message>
    <message>
        <source>Nothing has been issued yet. What you issue is followed here.</source>
        <translation>Δεν έχει εκδοθεί τίποτα ακόμη. Ό,τι εκδίδετε το παρακολουθείτε εδώ.</translation>
    </message>
</context>
<context>
    <name>Repeats</name>
    <message>
        <source>A monthly document is due: {0}</source>
        <translation>Ήρθε η μέρα ενός μηνιαίου παραστατικού: {0}</translation>
    </message>
    <message>
        <source>{0} monthly documents are due</source>
        <translation>Ήρθε η μέρα για {0} μηνιαία παραστατικά</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Εμφάνιση</translation>
    </message>
    <message>
        <source>Drafts made: {0}</source>
        <translation>Πρόχειρα που δημιουργήθηκαν: {0}</translation>
    </message>
    <message>
        <source>Somebody else has dealt with {0} of them.</source>
        <translation>Κάποιος άλλος φρόντισε ήδη για {0} από αυτά.</translation>
    </message>
</context>
<context>
    <name>RepeatsDialog</name>
    <message>
        <source>Monthly documents</source>
        <translation>Μηνιαία παραστατικά</translation>
    </message>
    <message>
        <source>Their day has come. A draft is issued only by you, from Compose or with others from Drafts.</source>
        <translation>Ήρθε η μέρα τους. Ένα πρόχειρο το εκδίδετε μόνο εσείς, από τη Σύνταξη ή μαζί με άλλα από τα Πρόχειρα.</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>Δεν εκκρεμεί τίποτα.</translation>
    </message>
    <message>
        <source>Make drafts</source>
        <translation>Δημιουργία προχείρων</translation>
    </message>
    <message>
        <source>Skip this month</source>
        <translation>Όχι αυτόν τον μήνα</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Αύριο</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Όνομα</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Πελάτης</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Μήνας</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Ποσό</translation>
    </message>
    <message>
        <source>Came back with the books from a copy of {0} and may have been issued since: {1}. Look in the archive before you make drafts of them.</source>
        <translation>Επανήλθαν με τα βιβλία από αντίγραφο της {0} και ίσως έχουν εκδοθεί από τότε: {1}. Δείτε στα Εκδοθέντα πριν γίνουν πρόχειρα.</translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message>
        <source>Restore a backup</source>
        <translation>Επαναφορά αντιγράφου</translation>
    </message>
    <message>
        <source>Restore now</source>
        <translation>Επαναφορά τώρα</translation>
    </message>
    <message>
        <source>Do not restore</source>
        <translation>Όχι επαναφορά</translation>
    </message>
    <message>
        <source>Type the day of the backup to restore it: {0}</source>
        <translation>Για να γίνει η επαναφορά, γράψτε την ημέρα του αντιγράφου: {0}</translation>
    </message>
</context>
<context>
    <name>ResultStep</name>
    <message>
        <source>Row</source>
        <translation>Γραμμή</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Όνομα</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Τι έγινε</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Παρατηρήσεις</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Όλες οι γραμμές</translation>
    </message>
    <message>
        <source>{0}: imported {1}</source>
        <translation>{0}: εισήχθησαν {1}</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Αποθήκευση αναφοράς…</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Αναίρεση εισαγωγής</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Εμφάνισή τους</translation>
    </message>
    <message>
        <source>Which rows are shown</source>
        <translation>Ποιες γραμμές φαίνονται</translation>
    </message>
    <message>
        <source>What became of each row</source>
        <translation>Τι έγινε με κάθε γραμμή</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>To pay</source>
        <translation>Πληρωτέο</translation>
    </message>
    <message>
        <source>the number is given at issue</source>
        <translation>ο αριθμός δίνεται στην έκδοση</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Πελάτης</translation>
    </message>
    <message>
        <source>without customer details</source>
        <translation>χωρίς στοιχεία πελάτη</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Τύπος</translation>
    </message>
    <message>
        <source>Series and number</source>
        <translation>Σειρά και αριθμός</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ημερομηνία</translation>
    </message>
    <message>
        <source>today</source>
        <translation>σήμερα</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Γραμμές</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Πληρωμή</translation>
    </message>
    <message>
        <source>Notified</source>
        <translation>Ειδοποιούνται</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>δεν δηλώθηκε</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Καθαρή αξία</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ΦΠΑ</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Τέλη</translation>
    </message>
    <message>
        <source>Stamp duty</source>
        <translation>Ψηφιακό τέλος</translation>
    </message>
    <message>
        <source>Other taxes</source>
        <translation>Λοιποί φόροι</translation>
    </message>
    <message>
        <source>Withholding</source>
        <translation>Παρακράτηση</translation>
    </message>
    <message>
        <source>Deductions</source>
        <translation>Κρατήσεις</translation>
    </message>
    <message>
        <source>Practice: nothing leaves this computer</source>
        <translation>Εξάσκηση: τίποτα δεν φεύγει από αυτόν τον υπολογιστή</translation>
    </message>
    <message>
        <source>Trial: it goes to the provider&apos;s test service, with no legal effect</source>
        <translation>Δοκιμές: αποστολή στη δοκιμαστική υπηρεσία του παρόχου, χωρίς φορολογική ισχύ</translation>
    </message>
    <message>
        <source>It goes to {0}</source>
        <translation>Πηγαίνει στο {0}</translation>
    </message>
    <message>
        <source>For real: the document is issued and reported to myDATA</source>
        <translation>Πραγματική έκδοση: το παραστατικό διαβιβάζεται στο myDATA</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>και {0} ακόμη</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>κανένας</translation>
    </message>
    <message>
        <source>in practice nothing is sent</source>
        <translation>στην εξάσκηση δεν στέλνεται τίποτα</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>E-mail with the PDF</source>
        <translation>E-mail με το PDF</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Κινητό</translation>
    </message>
    <message>
        <source>May be told too</source>
        <translation>Ίσως ειδοποιηθούν και</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>About to issue</source>
        <translation>Πρόκειται να εκδοθεί</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Προειδοποιήσεις</translation>
    </message>
    <message>
        <source>Issue now</source>
        <translation>Έκδοση τώρα</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Άκυρο</translation>
    </message>
    <message>
        <source>Review before issuing</source>
        <translation>Έλεγχος πριν από την έκδοση</translation>
    </message>
    <message>
        <source>It waits for you: read the warnings, then press Issue now.</source>
        <translation>Περιμένει εσάς: διαβάστε τις προειδοποιήσεις και πατήστε «Έκδοση τώρα».</translation>
    </message>
    <message>
        <source>Paused. It counts again from the start once you are back here.</source>
        <translation>Σε παύση. Μετρά ξανά από την αρχή μόλις επιστρέψετε εδώ.</translation>
    </message>
    <message>
        <source>Issues in {0} s</source>
        <translation>Έκδοση σε {0} δευτ.</translation>
    </message>
</context>
<context>
    <name>RunningStep</name>
    <message>
        <source>Writing into the books…</source>
        <translation>Γράφεται στα βιβλία…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Διαβάζεται…</translation>
    </message>
</context>
<context>
    <name>SamplesPage</name>
    <message>
        <source>Sample</source>
        <translation>Δείγμα</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Δείγματα</translation>
    </message>
    <message>
        <source>Open as new draft</source>
        <translation>Άνοιγμα ως νέο πρόχειρο</translation>
    </message>
    <message>
        <source>Reading the samples…</source>
        <translation>Ανάγνωση των δειγμάτων…</translation>
    </message>
    <message>
        <source>No sample has these words.</source>
        <translation>Κανένα δείγμα δεν έχει αυτές τις λέξεις.</translation>
    </message>
    <message>
        <source>To try it in practice, issue first: {0}.</source>
        <translation>Για δοκιμή στην εξάσκηση εκδώστε πρώτα: {0}.</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Δημοσιευμένο</translation>
    </message>
    <message>
        <source>In the sample</source>
        <translation>Στο δείγμα</translation>
    </message>
    <message>
        <source>Documents of every kind, added up anew. Open one as the start of your own.</source>
        <translation>Παραστατικά κάθε είδους, με τα σύνολα υπολογισμένα ξανά. Ανοίξτε ένα ως αρχή για το δικό σας.</translation>
    </message>
    <message>
        <source>Search the samples</source>
        <translation>Αναζήτηση στα δείγματα</translation>
    </message>
    <message>
        <source>The sample as it prints</source>
        <translation>Το δείγμα όπως εκτυπώνεται</translation>
    </message>
    <message>
        <source>Laying out…</source>
        <translation>Γίνεται σελιδοποίηση…</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Save as PDF</source>
        <translation>Αποθήκευση ως PDF</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>Έγγραφα PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>Αποθηκεύτηκε: {0}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Άνοιγμα φακέλου</translation>
    </message>
    <message>
        <source>The folder could not be opened: {0}</source>
        <translation>Ο φάκελος δεν άνοιξε: {0}</translation>
    </message>
    <message>
        <source>{0} was not saved. {1}</source>
        <translation>Το {0} δεν αποθηκεύτηκε. {1}</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Ο δίσκος είναι γεμάτος.</translation>
    </message>
    <message>
        <source>The folder may not be written to, or another program has the file open.</source>
        <translation>Ο φάκελος δεν επιτρέπει εγγραφή ή άλλο πρόγραμμα έχει ανοικτό το αρχείο.</translation>
    </message>
    <message>
        <source>The folder is not there.</source>
        <translation>Ο φάκελος δεν υπάρχει.</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Pages</source>
        <translation>Σελίδες</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Εντολές</translation>
    </message>
    <message>
        <source>New document for</source>
        <translation>Νέο παραστατικό για</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Είδη</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Πρόχειρα</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Παραστατικά</translation>
    </message>
    <message>
        <source>Draft without a customer</source>
        <translation>Πρόχειρο χωρίς πελάτη</translation>
    </message>
    <message>
        <source>Retail customer</source>
        <translation>Πελάτης λιανικής</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search everything…</source>
        <translation>Αναζήτηση παντού…</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Αναζήτηση παντού</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Δεν βρέθηκε τίποτα</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Τι βρέθηκε</translation>
    </message>
</context>
<context>
    <name>SelectionSum</name>
    <message>
        <source>Sum of {0}: {1}</source>
        <translation>Άθροισμα {0}: {1}</translation>
    </message>
</context>
<context>
    <name>SeriesRows</name>
    <message>
        <source>not told yet</source>
        <translation>δεν δηλώθηκε</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Αφαίρεση</translation>
    </message>
    <message>
        <source>Remove row {0}</source>
        <translation>Αφαίρεση γραμμής {0}</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Παραστατικά</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Εγκατάσταση</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Σειρά</translation>
    </message>
    <message>
        <source>Last number used</source>
        <translation>Τελευταίος αριθμός</translation>
    </message>
    <message>
        <source>Add a series</source>
        <translation>Νέα σειρά</translation>
    </message>
</context>
<context>
    <name>SeriesStep</name>
    <message>
        <source>Series and last numbers</source>
        <translation>Σειρές και τελευταίοι αριθμοί</translation>
    </message>
    <message>
        <source>Which series new documents get, by type and branch, and the number used last in it, in another program or on paper; 0 for none. What you leave open is asked at the first document.</source>
        <translation>Ποια σειρά παίρνουν τα νέα παραστατικά ανά είδος και εγκατάσταση, και ο τελευταίος αριθμός της, σε άλλο πρόγραμμα ή σε χαρτί· 0 για κανέναν. Ό,τι αφήσετε κενό θα ερωτηθεί στο πρώτο παραστατικό.</translation>
    </message>
</context>
<context>
    <name>SetUpDialog</name>
    <message>
        <source>The company is set up.</source>
        <translation>Η εταιρεία ρυθμίστηκε.</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Εταιρεία</translation>
    </message>
    <message>
        <source>not told yet: the issuer is typed on each document</source>
        <translation>δεν δηλώθηκε: ο εκδότης γράφεται σε κάθε παραστατικό</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Περιβάλλον</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Σειρές</translation>
    </message>
    <message>
        <source>none settled: a new document goes on in the last one used</source>
        <translation>δεν ορίστηκαν: κάθε νέο παραστατικό συνεχίζει την τελευταία</translation>
    </message>
    <message>
        <source>Provider&apos;s line</source>
        <translation>Γραμμή παρόχου</translation>
    </message>
    <message>
        <source>none</source>
        <translation>καμία</translation>
    </message>
    <message>
        <source>Set up the company</source>
        <translation>Ρύθμιση της εταιρείας</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>Βήμα {0} από {1}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Πίσω</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Τέλος</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Επόμενο</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Αργότερα</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Language</source>
        <translation>Γλώσσα</translation>
    </message>
    <message>
        <source>What the window is written in.</source>
        <translation>Η γλώσσα του παραθύρου.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Εμφάνιση</translation>
    </message>
    <message>
        <source>Light, dark, high contrast, or as the system has it.</source>
        <translation>Φωτεινή, σκούρα, με υψηλή αντίθεση, ή όπως την έχει το σύστημα.</translation>
    </message>
    <message>
        <source>New versions</source>
        <translation>Νέες εκδόσεις</translation>
    </message>
    <message>
        <source>After the first start of a day the program asks its publisher&apos;s place whether there is one; nothing of your office is sent. Installing is always your own click.</source>
        <translation>Μετά την πρώτη εκκίνηση της ημέρας το πρόγραμμα ρωτά στη διεύθυνση του εκδότη αν υπάρχει νεότερη· δεν στέλνεται τίποτα από το γραφείο σας. Η εγκατάσταση γίνεται μόνο με δικό σας κλικ.</translation>
    </message>
    <message>
        <source>Look for a new version once a day</source>
        <translation>Αναζήτηση νέας έκδοσης μία φορά την ημέρα</translation>
    </message>
    <message>
        <source>Wait before issuing</source>
        <translation>Αναμονή πριν την έκδοση</translation>
    </message>
    <message>
        <source>So long the figures stand in sight after Issue and send; Esc stops it.</source>
        <translation>Τόσο μένουν μπροστά σας τα ποσά μετά το «Έκδοση και αποστολή»· με Esc η έκδοση σταματά.</translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation>Γλώσσα του εντύπου</translation>
    </message>
    <message>
        <source>The words printed on documents; names and descriptions stay as you typed them.</source>
        <translation>Οι λέξεις που τυπώνονται· ονόματα και περιγραφές μένουν όπως τα γράψατε.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Μορφή</translation>
    </message>
    <message>
        <source>A4 for invoices, the narrow roll for a receipt printer.</source>
        <translation>A4 για τιμολόγια, στενό χαρτί για εκτυπωτή αποδείξεων.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Λογότυπο</translation>
    </message>
    <message>
        <source>A PNG, JPEG or SVG picture, printed above your name.</source>
        <translation>Εικόνα PNG, JPEG ή SVG, που τυπώνεται πάνω από την επωνυμία σας.</translation>
    </message>
    <message>
        <source>Provider&apos;s line</source>
        <translation>Γραμμή παρόχου</translation>
    </message>
    <message>
        <source>Printed at the foot: the provider&apos;s name and licence, as its contract asks.</source>
        <translation>Τυπώνεται στο κάτω μέρος: όνομα και άδεια του παρόχου, όπως ζητά η σύμβασή του.</translation>
    </message>
    <message>
        <source>Data in the PDF</source>
        <translation>Δεδομένα στο PDF</translation>
    </message>
    <message>
        <source>A saved PDF also carries the document as data, for the customer&apos;s own program.</source>
        <translation>Το PDF που αποθηκεύετε περιέχει και το παραστατικό ως δεδομένα, για το πρόγραμμα του πελάτη.</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 δευτερόλεπτο</translation>
    </message>
    <message>
        <source>None: issue at once</source>
        <translation>Καμία – έκδοση αμέσως</translation>
    </message>
    <message>
        <source>{0} seconds</source>
        <translation>{0} δευτερόλεπτα</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Όπως το σύστημα</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Φωτεινή</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Σκούρα</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Υψηλή αντίθεση</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Roll of 80 mm</source>
        <translation>Ρολό 80 mm</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ρυθμίσεις</translation>
    </message>
    <message>
        <source>Find a setting…</source>
        <translation>Εύρεση ρύθμισης…</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Εύρεση ρύθμισης</translation>
    </message>
    <message>
        <source>No setting holds these words.</source>
        <translation>Καμία ρύθμιση δεν έχει αυτές τις λέξεις.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Παράθυρο</translation>
    </message>
    <message>
        <source>Issuing</source>
        <translation>Έκδοση</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Έντυπο</translation>
    </message>
    <message>
        <source>Attach the document&apos;s data</source>
        <translation>Επισύναψη των δεδομένων του παραστατικού</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>New documents</source>
        <translation>Νέα παραστατικά</translation>
    </message>
    <message>
        <source>The provider never signs by itself</source>
        <translation>Ο πάροχος δεν υπογράφει ποτέ μόνος του</translation>
    </message>
    <message>
        <source>The provider signs when myDATA does not answer</source>
        <translation>Ο πάροχος υπογράφει όταν δεν αποκρίνεται η myDATA</translation>
    </message>
    <message>
        <source>The provider signs also when myDATA finds something wrong</source>
        <translation>Ο πάροχος υπογράφει και όταν η myDATA βρίσκει λάθος</translation>
    </message>
    <message>
        <source>When myDATA is down</source>
        <translation>Όταν δεν αποκρίνεται η myDATA</translation>
    </message>
    <message>
        <source>Never: the document is issued with its MARK only, and waits until myDATA answers. Otherwise the provider&apos;s signature issues it and the MARK comes later; with the last choice even where myDATA would refuse. For new documents of these books; each can have its own, on the tab Notification.</source>
        <translation>Ποτέ: το παραστατικό εκδίδεται μόνο με τον ΜΑΡΚ του και περιμένει ώσπου να απαντήσει η myDATA. Αλλιώς το εκδίδει η υπογραφή του παρόχου και ο ΜΑΡΚ έρχεται αργότερα· με την τελευταία επιλογή ακόμη και όταν η myDATA θα το απέρριπτε. Ισχύει για τα νέα παραστατικά αυτών των βιβλίων· κάθε ένα μπορεί να έχει άλλη, στην καρτέλα «Ειδοποίηση».</translation>
    </message>
    <message>
        <source>Document type</source>
        <translation>Τύπος παραστατικού</translation>
    </message>
    <message>
        <source>The type that the form below is for.</source>
        <translation>Ο τύπος για τον οποίο ισχύει η παρακάτω φόρμα.</translation>
    </message>
    <message>
        <source>Form of the provider&apos;s document</source>
        <translation>Φόρμα εκτύπωσης του παρόχου</translation>
    </message>
    <message>
        <source>The name of the form that the provider made for you, as it gave it; empty: its usual form. New documents of this type carry it.</source>
        <translation>Το όνομα της φόρμας που έφτιαξε για εσάς ο πάροχος, όπως σας το έδωσε· κενό: η συνηθισμένη του. Τη φέρουν τα νέα παραστατικά αυτού του τύπου.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Κρυπτογράφηση</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Αντίγραφα</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Κάθε μέρα</translation>
    </message>
    <message>
        <source>Shortly after the first start of a day, and at closing where that did not come about.</source>
        <translation>Λίγο μετά το πρώτο άνοιγμα της ημέρας, και στο κλείσιμο αν αυτό δεν έγινε.</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Από μόνο του</translation>
    </message>
    <message>
        <source>Only when I ask for it</source>
        <translation>Μόνο όταν το ζητώ</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Φάκελος</translation>
    </message>
    <message>
        <source>On another disk or a USB stick the backups outlive this computer&apos;s disk. Where it is not there, they go to the data folder. Empty: to the data folder.</source>
        <translation>Σε άλλον δίσκο ή σε USB τα αντίγραφα σώζονται κι αν χαλάσει ο δίσκος του υπολογιστή. Όταν δεν υπάρχει, πηγαίνουν στον φάκελο δεδομένων. Κενό: στον φάκελο δεδομένων.</translation>
    </message>
    <message>
        <source>Days kept</source>
        <translation>Ημέρες</translation>
    </message>
    <message>
        <source>The last backup of each of so many days stays.</source>
        <translation>Μένει το τελευταίο αντίγραφο κάθε μίας από τόσες ημέρες.</translation>
    </message>
    <message>
        <source>Weeks kept</source>
        <translation>Εβδομάδες</translation>
    </message>
    <message>
        <source>Beyond them, the last one of each of so many weeks.</source>
        <translation>Πέρα από αυτές, το τελευταίο κάθε μίας από τόσες εβδομάδες.</translation>
    </message>
    <message>
        <source>Months kept</source>
        <translation>Μήνες</translation>
    </message>
    <message>
        <source>And of each of so many months. The newest one always stays; other files are never touched.</source>
        <translation>Και κάθε ενός από τόσους μήνες. Το νεότερο μένει πάντα· άλλα αρχεία δεν πειράζονται ποτέ.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Επιλογή…</translation>
    </message>
    <message>
        <source>in the data folder</source>
        <translation>στον φάκελο δεδομένων</translation>
    </message>
    <message>
        <source>Folder of the backups</source>
        <translation>Φάκελος των αντιγράφων</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Εταιρεία</translation>
    </message>
    <message>
        <source>Set up step by step…</source>
        <translation>Ρύθμιση βήμα βήμα…</translation>
    </message>
    <message>
        <source>Companies…</source>
        <translation>Εταιρείες…</translation>
    </message>
    <message>
        <source>The connection is for VAT number {0}; these data do not count there.</source>
        <translation>Η σύνδεση είναι για το ΑΦΜ {0}· εκεί αυτά τα στοιχεία δεν ισχύουν.</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Σειρές</translation>
    </message>
    <message>
        <source>Setting up</source>
        <translation>Ρύθμιση</translation>
    </message>
    <message>
        <source>The wizard asks for everything that a company needs; under Companies lie others, names, colours.</source>
        <translation>Ο οδηγός ρωτά ό,τι χρειάζεται μια εταιρεία· στις Εταιρείες βρίσκονται οι άλλες, τα ονόματα και τα χρώματα.</translation>
    </message>
    <message>
        <source>Company data</source>
        <translation>Στοιχεία εταιρείας</translation>
    </message>
    <message>
        <source>They stand as issuer on every new document; what you change on one document stays on that one. In practice the practice company issues.</source>
        <translation>Είναι ο εκδότης σε κάθε νέο παραστατικό· ό,τι αλλάξετε σε ένα παραστατικό μένει μόνο εκεί. Στην εξάσκηση εκδίδει η εταιρεία εξάσκησης.</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Υποκαταστήματα</translation>
    </message>
    <message>
        <source>As they are declared to the tax office; the seat is branch 0. A document takes the address of the branch that is chosen under Issuer.</source>
        <translation>Όπως είναι δηλωμένα στη ΔΟΥ· η έδρα είναι η εγκατάσταση 0. Το παραστατικό παίρνει τη διεύθυνση της εγκατάστασης που διαλέγετε στον Εκδότη.</translation>
    </message>
    <message>
        <source>Series of new documents</source>
        <translation>Σειρές νέων παραστατικών</translation>
    </message>
    <message>
        <source>By type and branch; a series that you type on a document stays. The last number goes into the books: the next one follows it.</source>
        <translation>Ανά είδος και εγκατάσταση· η σειρά που γράφετε σε ένα παραστατικό μένει. Ο τελευταίος αριθμός γράφεται στα βιβλία: ο επόμενος τον ακολουθεί.</translation>
    </message>
    <message>
        <source>Connection and books</source>
        <translation>Σύνδεση και βιβλία</translation>
    </message>
    <message>
        <source>Connection to the provider…</source>
        <translation>Σύνδεση με τον πάροχο…</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Πάροχος</translation>
    </message>
    <message>
        <source>Environment, VAT number, way in and key (kept in the system&apos;s keyring), with a test that sends no document. As it comes: practice.</source>
        <translation>Περιβάλλον, ΑΦΜ, τρόπος εισόδου και κλειδί (στην κλειδοθήκη του συστήματος), με δοκιμή που δεν στέλνει παραστατικό. Αρχικά: εξάσκηση.</translation>
    </message>
    <message>
        <source>Shared books</source>
        <translation>Κοινά βιβλία</translation>
    </message>
    <message>
        <source>Address of a PostgreSQL server that several desks share, postgresql://USER@HOST/NAME; empty: a file of this computer. Holds from the next start; each company has its own.</source>
        <translation>Διεύθυνση διακομιστή PostgreSQL που μοιράζονται πολλές θέσεις, postgresql://ΧΡΗΣΤΗΣ@ΥΠΟΛΟΓΙΣΤΗΣ/ΟΝΟΜΑ· κενό: αρχείο αυτού του υπολογιστή. Ισχύει από την επόμενη εκκίνηση· κάθε εταιρεία έχει τη δική της.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>όχι</translation>
    </message>
    <message>
        <source>As it comes: {0}.</source>
        <translation>Αρχικά: {0}.</translation>
    </message>
</context>
<context>
    <name>SourceStep</name>
    <message>
        <source>The last import of this session: {0}</source>
        <translation>Η τελευταία εισαγωγή αυτής της συνεδρίας: {0}</translation>
    </message>
    <message>
        <source>Customers, items or whole documents out of a spreadsheet, and documents out of JSON files. Nothing is written before you have seen what will happen.</source>
        <translation>Πελάτες, είδη ή ολόκληρα παραστατικά από υπολογιστικό φύλλο, και παραστατικά από αρχεία JSON. Τίποτα δεν γράφεται πριν δείτε τι θα γίνει.</translation>
    </message>
    <message>
        <source>Spreadsheets (xlsx, xls, ods, csv) one at a time; JSON one or hundreds together, or a whole folder. Files can be dropped here.</source>
        <translation>Υπολογιστικά φύλλα (xlsx, xls, ods, csv) ένα τη φορά· JSON ένα ή εκατοντάδες μαζί, ή ένας ολόκληρος φάκελος. Τα αρχεία μπορούν να αφεθούν εδώ.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Επιλογή αρχείων…</translation>
    </message>
    <message>
        <source>Folder of documents…</source>
        <translation>Φάκελος παραστατικών…</translation>
    </message>
    <message>
        <source>Undo it</source>
        <translation>Αναίρεσή της</translation>
    </message>
</context>
<context>
    <name>SpanChooser</name>
    <message>
        <source>Month</source>
        <translation>Μήνας</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Τρίμηνο</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Έτος</translation>
    </message>
    <message>
        <source>From – to…</source>
        <translation>Από – έως…</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Περίοδος</translation>
    </message>
    <message>
        <source>From date</source>
        <translation>Από ημερομηνία</translation>
    </message>
    <message>
        <source>To date</source>
        <translation>Έως ημερομηνία</translation>
    </message>
    <message>
        <source>Quarter {0}, {1}</source>
        <translation>{0}ο τρίμηνο {1}</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Draft</source>
        <translation>Πρόχειρο</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Σε αναμονή</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Αποστέλλεται</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Άγνωστη έκβαση</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Εκδόθηκε</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Απορρίφθηκε</translation>
    </message>
    <message>
        <source>Issued, MARK follows</source>
        <translation>Εκδόθηκε, ο ΜΑΡΚ ακολουθεί</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Ακυρώθηκε</translation>
    </message>
    <message>
        <source>Cancelling?</source>
        <translation>Ακυρώθηκε;</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Ανεπαλήθευτο</translation>
    </message>
    <message>
        <source>follows</source>
        <translation>ακολουθεί</translation>
    </message>
    <message>
        <source>Issued – not known whether it is cancelled</source>
        <translation>Εκδόθηκε – δεν ξέρουμε αν ακυρώθηκε</translation>
    </message>
    <message>
        <source>Issued, signed by the provider – its MARK follows</source>
        <translation>Εκδόθηκε με υπογραφή του παρόχου – ο ΜΑΡΚ ακολουθεί</translation>
    </message>
    <message>
        <source>Issued – it could not be verified</source>
        <translation>Εκδόθηκε – δεν μπόρεσε να επαληθευτεί</translation>
    </message>
    <message>
        <source>Issued – its MARK follows</source>
        <translation>Εκδόθηκε – ο ΜΑΡΚ ακολουθεί</translation>
    </message>
    <message>
        <source>Sealed – waiting to be sent</source>
        <translation>Οριστικοποιήθηκε – αναμένει αποστολή</translation>
    </message>
    <message>
        <source>Waiting – it has not left this computer</source>
        <translation>Σε αναμονή – δεν έχει φύγει από τον υπολογιστή</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Αποστέλλεται…</translation>
    </message>
    <message>
        <source>Outcome not known yet – asking the provider</source>
        <translation>Άγνωστη έκβαση – ρωτάμε τον πάροχο</translation>
    </message>
    <message>
        <source>Refused – it was not issued</source>
        <translation>Απορρίφθηκε – δεν εκδόθηκε</translation>
    </message>
    <message>
        <source>The provider could not reach the authority and signed it by itself: it is valid. Its paper says that their connection was lost.</source>
        <translation>Ο πάροχος δεν είχε σύνδεση με την ΑΑΔΕ και το υπέγραψε μόνος του: είναι έγκυρο. Στο χαρτί του γράφεται η απώλεια διασύνδεσης.</translation>
    </message>
    <message>
        <source>Correct it: it will take the next number</source>
        <translation>Διορθώστε το: θα πάρει τον επόμενο αριθμό</translation>
    </message>
    <message>
        <source>Correct it: it keeps its number</source>
        <translation>Διορθώστε το: κρατά τον αριθμό του</translation>
    </message>
    <message>
        <source>Waiting for the provider&apos;s answer</source>
        <translation>Αναμονή της απάντησης του παρόχου</translation>
    </message>
    <message>
        <source>It is sent as soon as its turn comes</source>
        <translation>Στέλνεται μόλις έρθει η σειρά του</translation>
    </message>
    <message>
        <source>The same document is sent again in {0}, at {1}</source>
        <translation>Το ίδιο παραστατικό στέλνεται ξανά σε {0}, στις {1}</translation>
    </message>
    <message>
        <source>Next try in {0}, at {1}</source>
        <translation>Επόμενη προσπάθεια σε {0}, στις {1}</translation>
    </message>
    <message>
        <source>MARK: {0}</source>
        <translation>ΜΑΡΚ: {0}</translation>
    </message>
    <message>
        <source>correct, new no.</source>
        <translation>διόρθωση, νέος αρ.</translation>
    </message>
    <message>
        <source>correct, same no.</source>
        <translation>διόρθωση, ίδιος αρ.</translation>
    </message>
    <message>
        <source>answer awaited</source>
        <translation>αναμένεται απάντηση</translation>
    </message>
    <message>
        <source>at its turn</source>
        <translation>με τη σειρά του</translation>
    </message>
    <message>
        <source>in {0}, {1}</source>
        <translation>σε {0}, {1}</translation>
    </message>
    <message>
        <source>The MARK is being asked for</source>
        <translation>Ο ΜΑΡΚ ζητείται τώρα</translation>
    </message>
    <message>
        <source>The MARK is asked for again in {0}, at {1}</source>
        <translation>Ο ΜΑΡΚ ζητείται ξανά σε {0}, στις {1}</translation>
    </message>
    <message>
        <source>⚠ The legal limit has passed: {0}</source>
        <translation>⚠ Το όριο του νόμου πέρασε: {0}</translation>
    </message>
    <message>
        <source>◷ Legal limit: {0}, {1} left</source>
        <translation>◷ Όριο του νόμου: {0}, απομένουν {1}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Draft saved at {0}</source>
        <translation>Το πρόχειρο αποθηκεύτηκε στις {0}</translation>
    </message>
    <message>
        <source>Outbox: nothing waits</source>
        <translation>Εξερχόμενα: καμία εκκρεμότητα</translation>
    </message>
    <message>
        <source>Outbox: {0} waiting</source>
        <translation>Εξερχόμενα: {0} σε εκκρεμότητα</translation>
    </message>
    <message>
        <source>Outbox: {0} waiting, oldest {1}</source>
        <translation>Εξερχόμενα: {0} σε εκκρεμότητα, παλαιότερο πριν από {1}</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Εξάσκηση</translation>
    </message>
    <message>
        <source>Trial (UAT)</source>
        <translation>Δοκιμές (UAT)</translation>
    </message>
    <message>
        <source>Trial (SoftOne UAT)</source>
        <translation>Δοκιμές (SoftOne UAT)</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Παραγωγή</translation>
    </message>
    <message>
        <source>Production (SoftOne)</source>
        <translation>Παραγωγή (SoftOne)</translation>
    </message>
    <message>
        <source>Not signed in yet</source>
        <translation>Χωρίς σύνδεση ακόμη</translation>
    </message>
    <message>
        <source>Signed in until {0}</source>
        <translation>Σύνδεση έως {0}</translation>
    </message>
    <message>
        <source>Sending has stopped – F8 starts it again</source>
        <translation>Η αποστολή σταμάτησε – με F8 ξεκινά πάλι</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong</source>
        <translation>Λάθος ρολόι υπολογιστή</translation>
    </message>
    <message>
        <source>Sending waits: {0}</source>
        <translation>Η αποστολή περιμένει: {0}</translation>
    </message>
    <message>
        <source>Another window sends (process {0} on {1})</source>
        <translation>Αποστέλλει άλλο παράθυρο (διεργασία {0}, υπολογιστής {1})</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Net</source>
        <translation>Καθαρή αξία</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ΦΠΑ</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Τέλη</translation>
    </message>
    <message>
        <source>Stamp duty</source>
        <translation>Ψηφιακό τέλος</translation>
    </message>
    <message>
        <source>Other taxes</source>
        <translation>Λοιποί φόροι</translation>
    </message>
    <message>
        <source>Withholding</source>
        <translation>Παρακράτηση φόρου</translation>
    </message>
    <message>
        <source>Deductions</source>
        <translation>Κρατήσεις</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Συνολική αξία</translation>
    </message>
</context>
<context>
    <name>SummaryPanel</name>
    <message>
        <source>Summary</source>
        <translation>Σύνολα</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Πληρωτέο</translation>
    </message>
</context>
<context>
    <name>SummaryStep</name>
    <message>
        <source>Ready</source>
        <translation>Έτοιμα</translation>
    </message>
    <message>
        <source>Everything can be changed again in the settings. Finish takes you to these books.</source>
        <translation>Όλα αλλάζουν ξανά από τις ρυθμίσεις. Το Τέλος σας πηγαίνει σε αυτά τα βιβλία.</translation>
    </message>
</context>
<context>
    <name>SumsTable</name>
    <message>
        <source>Here</source>
        <translation>Εδώ</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Καθαρή αξία</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ΦΠΑ</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>Παρακράτηση</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Τέλη</translation>
    </message>
    <message>
        <source>Digital fee</source>
        <translation>Ψηφιακό τέλος</translation>
    </message>
    <message>
        <source>Other taxes</source>
        <translation>Λοιποί φόροι</translation>
    </message>
    <message>
        <source>Deductions</source>
        <translation>Κρατήσεις</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Συνολική αξία</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Πληρωτέο</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Lines</source>
        <translation>Γραμμές</translation>
    </message>
    <message>
        <source>No lines yet: type, or press Insert</source>
        <translation>Καμία γραμμή ακόμη: πληκτρολογήστε ή πατήστε Insert</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>Φόροι</translation>
    </message>
    <message>
        <source>No withholding, fee, stamp duty or deduction: press Insert for one</source>
        <translation>Καμία παρακράτηση, τέλος ή κράτηση: πατήστε Insert για προσθήκη</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Πληρωμές</translation>
    </message>
    <message>
        <source>No payment: press Insert for one</source>
        <translation>Καμία πληρωμή: πατήστε Insert για προσθήκη</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Διακίνηση</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Αναφορές</translation>
    </message>
    <message>
        <source>Public body</source>
        <translation>Δημόσιο</translation>
    </message>
    <message>
        <source>Special</source>
        <translation>Ειδικά</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Ειδοποίηση</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Όλα τα πεδία</translation>
    </message>
    <message>
        <source>● Required for this document type</source>
        <translation>● Απαιτείται για αυτόν τον τύπο παραστατικού</translation>
    </message>
    <message>
        <source>Errors: {0}</source>
        <translation>Λάθη: {0}</translation>
    </message>
    <message>
        <source>Warnings: {0}</source>
        <translation>Προειδοποιήσεις: {0}</translation>
    </message>
</context>
<context>
    <name>TemplateDeeds</name>
    <message>
        <source>Kept as a template: {0}</source>
        <translation>Φυλάχτηκε ως πρότυπο: {0}</translation>
    </message>
    <message>
        <source>Show templates</source>
        <translation>Εμφάνιση προτύπων</translation>
    </message>
    <message>
        <source>“{0}” begins as the present document from now on.</source>
        <translation>Το «{0}» ξεκινά από εδώ και πέρα όπως το παρόν παραστατικό.</translation>
    </message>
    <message>
        <source>Changed: {0}</source>
        <translation>Άλλαξε: {0}</translation>
    </message>
    <message>
        <source>Deleted: {0}</source>
        <translation>Διαγράφηκε: {0}</translation>
    </message>
    <message>
        <source>Brought back: {0}</source>
        <translation>Επανήλθε: {0}</translation>
    </message>
</context>
<context>
    <name>TemplatePanel</name>
    <message>
        <source>Keep this document as a template</source>
        <translation>Φύλαξη του παραστατικού ως πρότυπο</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Όνομα</translation>
    </message>
    <message>
        <source>Day of the month</source>
        <translation>Ημέρα του μήνα</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Φύλαξη</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Άκυρο</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>never</source>
        <translation>ποτέ</translation>
    </message>
    <message>
        <source>On that day of each month it is proposed, never sent by itself; in a shorter month on its last day. In the lines&apos; descriptions {μήνας} or {month} becomes the month, {μηνός} its genitive in Greek, {έτος} or {year} the year.</source>
        <translation>Εκείνη τη μέρα κάθε μήνα προτείνεται, ποτέ δεν στέλνεται από μόνο του· σε μικρότερο μήνα, την τελευταία του μέρα. Στις περιγραφές των γραμμών το {μήνας} γίνεται ο μήνας (Νοέμβριος), το {μηνός} η γενική του (Νοεμβρίου), το {month} ο μήνας στα αγγλικά, το {έτος} ή {year} το έτος.</translation>
    </message>
</context>
<context>
    <name>TemplatesDialog</name>
    <message>
        <source>Templates</source>
        <translation>Πρότυπα</translation>
    </message>
    <message>
        <source>No templates yet. Ctrl+T keeps the present document as one.</source>
        <translation>Δεν υπάρχουν πρότυπα. Με Ctrl+T φυλάσσεται το παρόν παραστατικό ως πρότυπο.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Όνομα</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Τύπος</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Πελάτης</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Ποσό</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>Κάθε μήνα</translation>
    </message>
    <message>
        <source>Name, customer, type…</source>
        <translation>Όνομα, πελάτης, τύπος…</translation>
    </message>
    <message>
        <source>Find a template</source>
        <translation>Εύρεση προτύπου</translation>
    </message>
    <message>
        <source>Day of the month</source>
        <translation>Ημέρα του μήνα</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Αλλαγή</translation>
    </message>
    <message>
        <source>New document</source>
        <translation>Νέο παραστατικό</translation>
    </message>
    <message>
        <source>Take the present document</source>
        <translation>Ενημέρωση από το παρόν</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Διαγραφή</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Αναίρεση</translation>
    </message>
    <message>
        <source>Due: {0}</source>
        <translation>Σήμερα: {0}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Copy all</source>
        <translation>Αντιγραφή όλων</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>{0} s</source>
        <translation>{0} δευτ.</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} λεπ.</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} ώρ.</translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation>{0} ημ.</translation>
    </message>
</context>
<context>
    <name>UpdateDeeds</name>
    <message>
        <source>Version {0} of the program is there.</source>
        <translation>Υπάρχει η έκδοση {0} του προγράμματος.</translation>
    </message>
    <message>
        <source>See what is new…</source>
        <translation>Τι νέο υπάρχει…</translation>
    </message>
    <message>
        <source>The window could not close; nothing was changed.</source>
        <translation>Το παράθυρο δεν μπόρεσε να κλείσει· δεν άλλαξε τίποτα.</translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message>
        <source>Go on with this backup all the same</source>
        <translation>Συνέχεια με αυτό το αντίγραφο</translation>
    </message>
    <message>
        <source>The server&apos;s books have been backed up there</source>
        <translation>Τα βιβλία του διακομιστή έχουν αντίγραφο ασφαλείας εκεί</translation>
    </message>
    <message>
        <source>This copy was made without a place for updates</source>
        <translation>Αυτό το αντίγραφο δεν έχει διεύθυνση ενημερώσεων</translation>
    </message>
    <message>
        <source>Looking for a new version…</source>
        <translation>Αναζήτηση νέας έκδοσης…</translation>
    </message>
    <message>
        <source>This is the newest version</source>
        <translation>Αυτή είναι η νεότερη έκδοση</translation>
    </message>
    <message>
        <source>Version {0} is there</source>
        <translation>Υπάρχει η έκδοση {0}</translation>
    </message>
    <message>
        <source>Getting version {0} ready</source>
        <translation>Ετοιμάζεται η έκδοση {0}</translation>
    </message>
    <message>
        <source>Version {0} is ready</source>
        <translation>Η έκδοση {0} είναι έτοιμη</translation>
    </message>
    <message>
        <source>The update to version {0} did not come about</source>
        <translation>Η ενημέρωση στην έκδοση {0} δεν έγινε</translation>
    </message>
    <message>
        <source>No new version could be looked for</source>
        <translation>Η αναζήτηση νέας έκδοσης δεν έγινε</translation>
    </message>
    <message>
        <source>It came without the address at which its publisher lays new versions. A new version comes from wherever this one came from, and is installed over it; the books stay.</source>
        <translation>Φτιάχτηκε χωρίς τη διεύθυνση όπου ο εκδότης του δίνει τις νέες εκδόσεις. Η νέα έκδοση έρχεται από εκεί που πήρατε και αυτήν, και εγκαθίσταται πάνω της· τα βιβλία μένουν.</translation>
    </message>
    <message>
        <source>As soon as nothing is being sent, the window saves, closes and opens again as the new version.</source>
        <translation>Μόλις δεν στέλνεται τίποτα, το παράθυρο αποθηκεύει, κλείνει και ξανανοίγει με τη νέα έκδοση.</translation>
    </message>
    <message>
        <source>The books are shared ({0}): all desks run one version. Close the program at the other desks, back the server up, and update every desk before work goes on.</source>
        <translation>Τα βιβλία είναι κοινά ({0}): όλες οι θέσεις τρέχουν την ίδια έκδοση. Κλείστε το πρόγραμμα στις άλλες θέσεις, πάρτε αντίγραφο του διακομιστή και ενημερώστε κάθε θέση πριν συνεχιστεί η εργασία.</translation>
    </message>
    <message>
        <source>Close the windows of the other companies first: they run the same program.</source>
        <translation>Κλείστε πρώτα τα παράθυρα των άλλων εταιρειών: τρέχουν το ίδιο πρόγραμμα.</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Ενημερώσεις</translation>
    </message>
    <message>
        <source>Here runs version {0}.</source>
        <translation>Εδώ τρέχει η έκδοση {0}.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Τι νέο υπάρχει</translation>
    </message>
    <message>
        <source>How far it has come</source>
        <translation>Πρόοδος</translation>
    </message>
    <message>
        <source>Install and start again</source>
        <translation>Εγκατάσταση και επανεκκίνηση</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Νέα αναζήτηση</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Διακοπή</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>Nothing of your office is sent: the publisher&apos;s files are fetched as a browser would, with this program&apos;s version as the only mark. They must carry the publisher&apos;s signature.</source>
        <translation>Δεν στέλνεται τίποτα από το γραφείο σας: τα αρχεία του εκδότη λαμβάνονται όπως από έναν φυλλομετρητή, με μόνο στοιχείο την έκδοση του προγράμματος. Πρέπει να φέρουν την υπογραφή του εκδότη.</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>Downloading: {0} of {1} MB</source>
        <translation>Λήψη: {0} από {1} MB</translation>
    </message>
    <message>
        <source>Backing up the books of {0}</source>
        <translation>Αντίγραφο ασφαλείας των βιβλίων: {0}</translation>
    </message>
    <message>
        <source>Backing up the books</source>
        <translation>Αντίγραφο ασφαλείας των βιβλίων</translation>
    </message>
    <message>
        <source>Unpacking the new version beside the present one</source>
        <translation>Αποσυμπίεση της νέας έκδοσης δίπλα στην παρούσα</translation>
    </message>
    <message>
        <source>Trying the new version out; the present one is untouched</source>
        <translation>Δοκιμή της νέας έκδοσης· η παρούσα μένει ανέγγιχτη</translation>
    </message>
    <message>
        <source>{0}, of {1:%d/%m/%Y}, {2} MB to download</source>
        <translation>{0}, της {1:%d/%m/%Y}, λήψη {2} MB</translation>
    </message>
    <message>
        <source>The publisher says nothing of what is new.</source>
        <translation>Ο εκδότης δεν λέει τι νέο υπάρχει.</translation>
    </message>
    <message>
        <source>This is version {0} now.</source>
        <translation>Τώρα τρέχει η έκδοση {0}.</translation>
    </message>
    <message>
        <source>The update to version {0} did not work; everything is as it was. {1}</source>
        <translation>Η ενημέρωση στην έκδοση {0} δεν έγινε· όλα είναι όπως ήταν. {1}</translation>
    </message>
</context>
<context>
    <name>VatCheck</name>
    <message>
        <source>The VAT number is another one by now: check it again.</source>
        <translation>Ο ΑΦΜ άλλαξε στο μεταξύ: ελέγξτε τον ξανά.</translation>
    </message>
</context>
<context>
    <name>VatCheckPanel</name>
    <message>
        <source>VAT check: {0}</source>
        <translation>Έλεγχος ΑΦΜ: {0}</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>Πάρε όλα</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>Address as the registry writes it: {0}</source>
        <translation>Η διεύθυνση όπως τη γράφει το μητρώο: {0}</translation>
    </message>
    <message>
        <source>Asking the registry…</source>
        <translation>Γίνεται ερώτηση στο μητρώο…</translation>
    </message>
    <message>
        <source>The registry does not know this number.</source>
        <translation>Το μητρώο δεν γνωρίζει αυτόν τον αριθμό.</translation>
    </message>
    <message>
        <source>The number exists, but the business is no longer active.</source>
        <translation>Ο αριθμός υπάρχει, αλλά η επιχείρηση δεν είναι πια ενεργή.</translation>
    </message>
    <message>
        <source>The number is valid. Its state tells neither name nor address.</source>
        <translation>Ο αριθμός είναι έγκυρος. Η χώρα του δεν δίνει επωνυμία και διεύθυνση.</translation>
    </message>
    <message>
        <source>The number is valid, and what you typed agrees with the registry.</source>
        <translation>Ο αριθμός είναι έγκυρος και όσα γράψατε συμφωνούν με το μητρώο.</translation>
    </message>
    <message>
        <source>The number is valid. Nothing is changed unless you take it.</source>
        <translation>Ο αριθμός είναι έγκυρος. Τίποτα δεν αλλάζει αν δεν το πάρετε εσείς.</translation>
    </message>
    <message>
        <source>Registry of the tax authority</source>
        <translation>Μητρώο της ΑΑΔΕ</translation>
    </message>
    <message>
        <source>VIES, registries of the Union</source>
        <translation>VIES, μητρώα της Ευρωπαϊκής Ένωσης</translation>
    </message>
    <message>
        <source>{0}, by way of the provider. How it is asked is not confirmed yet.</source>
        <translation>{0}, μέσω του παρόχου. Ο τρόπος της ερώτησης δεν έχει επιβεβαιωθεί ακόμη.</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Γράψατε</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Βρέθηκε</translation>
    </message>
    <message>
        <source>Longer than the {0} characters that the authority takes: shorten it.</source>
        <translation>Ξεπερνά τους {0} χαρακτήρες που δέχεται η ΑΑΔΕ: συντομεύστε το.</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>ίδιο</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Πάρε</translation>
    </message>
    <message>
        <source>Take: {0}</source>
        <translation>Πάρε: {0}</translation>
    </message>
</context>
<context>
    <name>VatStep</name>
    <message>
        <source>Your company&apos;s VAT number</source>
        <translation>Το ΑΦΜ της εταιρείας σας</translation>
    </message>
    <message>
        <source>Nine digits. Meanwhile the practice company stays at hand: nothing that you do here is sent.</source>
        <translation>Εννέα ψηφία. Η εταιρεία εξάσκησης μένει διαθέσιμη: τίποτε από όσα κάνετε εδώ δεν στέλνεται.</translation>
    </message>
    <message>
        <source>Found, and filled in where nothing was typed: {0}</source>
        <translation>Βρέθηκε και συμπληρώθηκε όπου δεν είχατε γράψει: {0}</translation>
    </message>
    <message>
        <source>The registry does not know this number.</source>
        <translation>Το μητρώο δεν γνωρίζει αυτόν τον αριθμό.</translation>
    </message>
    <message>
        <source>The number is well-formed and its check digit is right.</source>
        <translation>Ο αριθμός είναι σωστά γραμμένος και το ψηφίο ελέγχου συμφωνεί.</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>ΑΦΜ</translation>
    </message>
    <message>
        <source>Ask the registry whose it is</source>
        <translation>Ερώτηση στο μητρώο</translation>
    </message>
</context>
<context>
    <name>_MoneyRow</name>
    <message>
        <source>{0} for one euro. Amounts are typed in euro.</source>
        <translation>{0} ανά ευρώ. Τα ποσά γράφονται σε ευρώ.</translation>
    </message>
    <message>
        <source>{0} for one euro.</source>
        <translation>{0} ανά ευρώ.</translation>
    </message>
</context>
</TS>
