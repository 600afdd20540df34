<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="el_GR" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About</source>
        <translation>Σχετικά με το πρόγραμμα</translation>
    </message>
    <message>
        <source>Composes, issues and keeps electronic invoices for Greece.</source>
        <translation>Συντάσσει, εκδίδει και φυλάσσει ηλεκτρονικά παραστατικά.</translation>
    </message>
</context>
<context>
    <name>AmountField</name>
    <message>
        <source>understood as {0}</source>
        <translation>διαβάστηκε ως {0}</translation>
    </message>
</context>
<context>
    <name>ArchivePage</name>
    <message>
        <source>Date</source>
        <translation>Ημερομηνία</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Είδος</translation>
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
        <source>Amount</source>
        <translation>Αξία</translation>
    </message>
    <message>
        <source>MARK</source>
        <translation>ΜΑΡΚ</translation>
    </message>
    <message>
        <source>Documents: {0}</source>
        <translation>Παραστατικά: {0}</translation>
    </message>
    <message>
        <source>No issued document has all these words.</source>
        <translation>Κανένα εκδοθέν παραστατικό δεν περιέχει όλες αυτές τις λέξεις.</translation>
    </message>
    <message>
        <source>Nothing has been issued yet.</source>
        <translation>Δεν έχει εκδοθεί τίποτα ακόμη.</translation>
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
        <source>Show receipt</source>
        <translation>Εμφάνιση</translation>
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
        <source>Issued documents</source>
        <translation>Εκδοθέντα παραστατικά</translation>
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
        <source>Document type</source>
        <translation>Τύπος παραστατικού</translation>
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
</context>
<context>
    <name>ComposeTabs</name>
    <message>
        <source>More</source>
        <translation>Περισσότερα</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Κάτι δεν πήγε καλά</translation>
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
        <source>Close</source>
        <translation>Κλείσιμο</translation>
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
    <name>Deeds</name>
    <message>
        <source>Saved. Drafts are saved by themselves while you type.</source>
        <translation>Αποθηκεύτηκε. Τα πρόχειρα αποθηκεύονται μόνα τους όσο πληκτρολογείτε.</translation>
    </message>
    <message>
        <source>This draft is gone: it was issued or deleted.</source>
        <translation>Αυτό το πρόχειρο δεν υπάρχει πια: εκδόθηκε ή διαγράφηκε.</translation>
    </message>
    <message>
        <source>The draft could not be saved. {0}</source>
        <translation>Το πρόχειρο δεν αποθηκεύτηκε. {0}</translation>
    </message>
    <message>
        <source>Trying now: {0}</source>
        <translation>Γίνεται προσπάθεια τώρα: {0}</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Δεν εκκρεμεί καμία αποστολή.</translation>
    </message>
    <message>
        <source>Program details copied.</source>
        <translation>Τα στοιχεία του προγράμματος αντιγράφηκαν.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Try {0} · {1} · took {2}</source>
        <translation>Προσπάθεια {0} · {1} · διάρκεια {2}</translation>
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
        <translation>Είδος</translation>
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
        <source>Gross</source>
        <translation>Συνολική αξία</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Πληρωτέο</translation>
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
        <translation>Είδος</translation>
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
        <source>Undo</source>
        <translation>Αναίρεση</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Πρόχειρα</translation>
    </message>
    <message>
        <source>Begun and not issued yet. They are saved while you type.</source>
        <translation>Όσα ξεκινήσατε και δεν έχουν εκδοθεί. Αποθηκεύονται όσο πληκτρολογείτε.</translation>
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
        <translation>Δικό μας αναγνωριστικό</translation>
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
        <translation>Αιτία εξαίρεσης από ΦΠΑ</translation>
    </message>
    <message>
        <source>Withholding</source>
        <translation>Παρακράτηση φόρου</translation>
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
        <translation>Ψηφιακό τέλος συναλλαγής</translation>
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
</context>
<context>
    <name>IssueCard</name>
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
        <source>It cannot be issued yet: {0}</source>
        <translation>Δεν μπορεί να εκδοθεί ακόμη: {0}</translation>
    </message>
    <message>
        <source>It cannot be issued yet, {0} things are wrong. The first: {1}</source>
        <translation>Δεν μπορεί να εκδοθεί ακόμη, υπάρχουν {0} λάθη. Το πρώτο: {1}</translation>
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
    <name>MainWindow</name>
    <message>
        <source>Waiting: {0}</source>
        <translation>Σε εκκρεμότητα: {0}</translation>
    </message>
    <message>
        <source>Drafts: {0}</source>
        <translation>Πρόχειρα: {0}</translation>
    </message>
    <message>
        <source>The books could not be opened. {0}</source>
        <translation>Τα βιβλία δεν άνοιξαν. {0}</translation>
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
        <translation>Αντίγραφο</translation>
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
        <source>&amp;Try everything now</source>
        <translation>Αποστολή όλων &amp;τώρα</translation>
    </message>
    <message>
        <source>&amp;Find in the archive</source>
        <translation>&amp;Αναζήτηση στα εκδοθέντα</translation>
    </message>
    <message>
        <source>&amp;Copy program details</source>
        <translation>Αντι&amp;γραφή στοιχείων προγράμματος</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Πλήκτρα</translation>
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
        <source>&amp;Samples</source>
        <translation>Δεί&amp;γματα</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Γ&amp;λώσσα</translation>
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
        <translation>Σκο&amp;τεινή</translation>
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
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Κλείσιμο του μηνύματος</translation>
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
        <source>Add a row  Ins</source>
        <translation>Προσθήκη εγγραφής  Ins</translation>
    </message>
    <message>
        <source>Remove the row  Ctrl+Del</source>
        <translation>Διαγραφή εγγραφής  Ctrl+Del</translation>
    </message>
</context>
<context>
    <name>Office</name>
    <message>
        <source>The file could not be read: {0}</source>
        <translation>Το αρχείο δεν διαβάζεται: {0}</translation>
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
        <source>What happens next</source>
        <translation>Τι γίνεται μετά</translation>
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
        <translation>Τι απαντήθηκε</translation>
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
    <name>PartySearch</name>
    <message>
        <source>Find by name or VAT number…</source>
        <translation>Αναζήτηση με όνομα ή ΑΦΜ…</translation>
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
    <name>ProblemPanel</name>
    <message>
        <source>Problems</source>
        <translation>Προβλήματα</translation>
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
    <name>ReceiptPage</name>
    <message>
        <source>MARK copied.</source>
        <translation>Το ΜΑΡΚ αντιγράφηκε.</translation>
    </message>
    <message>
        <source>Address copied.</source>
        <translation>Η διεύθυνση αντιγράφηκε.</translation>
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
        <source>PRACTICE – this document was sent to nobody and has no legal effect. The MARK is made up.</source>
        <translation>ΕΞΑΣΚΗΣΗ – το παραστατικό δεν στάλθηκε πουθενά και δεν έχει φορολογική ισχύ. Το ΜΑΡΚ είναι εικονικό.</translation>
    </message>
    <message>
        <source>Nothing has been issued yet. What you issue is followed here.</source>
        <translation>Δεν έχει εκδοθεί τίποτα ακόμη. Ό,τι εκδίδετε το παρακολουθείτε εδώ.</translation>
    </message>
</context>
<context>
    <name>SamplesPage</name>
    <message>
        <source>Net</source>
        <translation>Καθαρή αξία</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ΦΠΑ</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Συνολική αξία</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Πληρωτέο</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Δείγμα</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Είδος</translation>
    </message>
    <message>
        <source>Published gross</source>
        <translation>Δημοσιευμένη αξία</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Δείγματα</translation>
    </message>
    <message>
        <source>Published documents, added up anew. Open one to make it your own.</source>
        <translation>Δημοσιευμένα παραστατικά, αθροισμένα από την αρχή. Ανοίξτε ένα για δικό σας.</translation>
    </message>
    <message>
        <source>Open as new draft</source>
        <translation>Άνοιγμα ως νέο πρόχειρο</translation>
    </message>
    <message>
        <source>Reading the samples…</source>
        <translation>Ανάγνωση των δειγμάτων…</translation>
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
        <source>Sending has stopped – restart the program</source>
        <translation>Η αποστολή σταμάτησε – επανεκκινήστε το πρόγραμμα</translation>
    </message>
    <message>
        <source>Sending waits: {0}</source>
        <translation>Η αποστολή περιμένει: {0}</translation>
    </message>
    <message>
        <source>Another window sends: {0}</source>
        <translation>Αποστέλλει άλλο παράθυρο: {0}</translation>
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
</TS>
