-- Books as version 1 of the schema made them: two settled documents, one that waits, one draft.
PRAGMA application_id = 1699311222;
BEGIN;
CREATE TABLE attempts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	submission_id INTEGER NOT NULL, 
	started_at BIGINT NOT NULL, 
	ended_at BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	message TEXT NOT NULL, 
	http_status INTEGER, 
	retry_after DOUBLE, 
	server_date BIGINT, 
	receipt TEXT NOT NULL, 
	problems TEXT NOT NULL, 
	prev_hash TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	answer BLOB NOT NULL, 
	FOREIGN KEY(submission_id) REFERENCES submissions (id)
);
INSERT INTO "attempts" VALUES(1,1,1795428001123456,1795428002623456,'issued','','',NULL,NULL,NULL,'{"mark": "400001234567890", "uid": "0A1B", "authentication_code": "F00D", "status": "Success", "url": "https://einvoice.example/v/F00D", "series": "\u03a4\u0394\u0391", "number": "7", "date_issued": "2026-11-23T12:00:00", "internal_id": "id-7", "message": "\u00ab\u0395\u03bb\u03ae\u03c6\u03b8\u03b7\u00bb", "signature": "s", "integrity_signature": "i", "domain": "d", "erp_qr_code": "q", "unique_id": "u"}','','','e97c51c5e2e0305caeda797e159fd643b12bea4df1d8ee051f653e68b971b4a6',X'7B7D');
INSERT INTO "attempts" VALUES(2,2,1795428001123456,1795428002623456,'refused','refused','',NULL,NULL,NULL,'','','e97c51c5e2e0305caeda797e159fd643b12bea4df1d8ee051f653e68b971b4a6','bcc63573ba0b40d4668158b0ba919a2b32dbd263281a32ae7737539b34cfdaf9',X'7B7D');
CREATE TABLE drafts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	server TEXT NOT NULL, 
	type_code TEXT NOT NULL, 
	counterparty_name TEXT NOT NULL, 
	gross TEXT NOT NULL, 
	updated_at BIGINT NOT NULL, 
	typed TEXT NOT NULL, 
	document BLOB NOT NULL
);
INSERT INTO "drafts" VALUES(1,'practice','1.1','Δήμος Αθηναίων','1.50',1795428000123456,'{"series": "A"}',X'7B22736572696573223A2241227D');
CREATE TABLE meta (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "meta" VALUES('version','1');
INSERT INTO "meta" VALUES('folder_id','');
INSERT INTO "meta" VALUES('journal_head','bcc63573ba0b40d4668158b0ba919a2b32dbd263281a32ae7737539b34cfdaf9');
CREATE TABLE payloads (
	submission_id INTEGER NOT NULL, 
	payload BLOB NOT NULL, 
	PRIMARY KEY (submission_id), 
	FOREIGN KEY(submission_id) REFERENCES submissions (id)
);
INSERT INTO "payloads" VALUES(1,X'636F6666656520412031');
INSERT INTO "payloads" VALUES(2,X'636F6666656520412031');
INSERT INTO "payloads" VALUES(3,X'636F6666656520CEA4CE94CE9120303037');
CREATE TABLE series (
	server TEXT NOT NULL, 
	issuer_vat TEXT NOT NULL, 
	branch INTEGER NOT NULL, 
	type_code TEXT NOT NULL, 
	series TEXT NOT NULL, 
	last_number TEXT NOT NULL, 
	PRIMARY KEY (server, issuer_vat, branch, type_code, series)
);
INSERT INTO "series" VALUES('practice','123456789',0,'1.1','A','1');
INSERT INTO "series" VALUES('practice','123456789',0,'5.1','A','1');
INSERT INTO "series" VALUES('uat','123456789',0,'1.1','ΤΔΑ','7');
CREATE TABLE submissions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	server TEXT NOT NULL, 
	folder TEXT NOT NULL, 
	sign_in TEXT NOT NULL, 
	encrypted BOOLEAN NOT NULL, 
	state TEXT NOT NULL, 
	issuer_vat TEXT NOT NULL, 
	date TEXT NOT NULL, 
	branch INTEGER NOT NULL, 
	type_code TEXT NOT NULL, 
	series TEXT NOT NULL, 
	number TEXT NOT NULL, 
	number_key TEXT NOT NULL, 
	internal_id TEXT NOT NULL, 
	content_hash TEXT NOT NULL, 
	counterparty_name TEXT NOT NULL, 
	counterparty_vat TEXT NOT NULL, 
	currency TEXT NOT NULL, 
	gross TEXT NOT NULL, 
	source TEXT NOT NULL, 
	sealed_at BIGINT NOT NULL, 
	changed_at BIGINT NOT NULL, 
	next_try_at BIGINT, 
	attempts INTEGER NOT NULL, 
	may_have_arrived BOOLEAN NOT NULL, 
	number_spent BOOLEAN NOT NULL, 
	reason TEXT NOT NULL, 
	message TEXT NOT NULL, 
	receipt TEXT NOT NULL, 
	problems TEXT NOT NULL, 
	CONSTRAINT submissions_state_known CHECK (state IN ('waiting', 'sending', 'unknown', 'issued', 'refused'))
);
INSERT INTO "submissions" VALUES(1,'practice','','oauth',1,'issued','123456789','2026-11-23',0,'1.1','A','1','1','id-A-1','coffee','Καφεκοπτείο ΑΕ','099999999','EUR','124.00','',1795428000123456,1795428002123456,NULL,1,0,0,'','','{"mark": "400001234567890", "uid": "0A1B", "authentication_code": "F00D", "status": "Success", "url": "https://einvoice.example/v/F00D", "series": "\u03a4\u0394\u0391", "number": "7", "date_issued": "2026-11-23T12:00:00", "internal_id": "id-7", "message": "\u00ab\u0395\u03bb\u03ae\u03c6\u03b8\u03b7\u00bb", "signature": "s", "integrity_signature": "i", "domain": "d", "erp_qr_code": "q", "unique_id": "u"}','');
INSERT INTO "submissions" VALUES(2,'practice','','oauth',1,'refused','123456789','2026-11-23',0,'5.1','A','1','1','id-A-1','coffee','Καφεκοπτείο ΑΕ','099999999','EUR','24.80','',1795428000123456,1795428002123456,NULL,1,0,0,'refused','','','');
INSERT INTO "submissions" VALUES(3,'uat','','oauth',1,'waiting','123456789','2026-11-23',0,'1.1','ΤΔΑ','007','7','id-ΤΔΑ-007','coffee','Καφεκοπτείο ΑΕ','099999999','EUR','124.00','',1795428000123456,1795428000123456,NULL,0,0,0,'','','','');
CREATE INDEX drafts_newest ON drafts (server, updated_at);
CREATE INDEX submissions_unsettled ON submissions (id) WHERE state IN ('sending', 'unknown', 'waiting');
CREATE INDEX submissions_server_state ON submissions (server, state);
CREATE INDEX submissions_unsettled_series ON submissions (server, issuer_vat, branch, type_code, series, id) WHERE state IN ('sending', 'unknown', 'waiting');
CREATE UNIQUE INDEX submissions_number ON submissions (server, issuer_vat, branch, type_code, series, number_key) WHERE state != 'refused' OR number_spent = 1;
CREATE INDEX attempts_submission ON attempts (submission_id);
CREATE TRIGGER submissions_sealed BEFORE UPDATE OF id, server, folder, sign_in, encrypted, issuer_vat, date, branch, type_code, series, number, number_key, internal_id, content_hash, counterparty_name, counterparty_vat, currency, gross, source, sealed_at ON submissions BEGIN SELECT RAISE(ABORT, 'submissions_sealed'); END;
CREATE TRIGGER submissions_kept BEFORE DELETE ON submissions BEGIN SELECT RAISE(ABORT, 'submissions_kept'); END;
CREATE TRIGGER payloads_sealed BEFORE UPDATE ON payloads BEGIN SELECT RAISE(ABORT, 'payloads_sealed'); END;
CREATE TRIGGER payloads_kept BEFORE DELETE ON payloads BEGIN SELECT RAISE(ABORT, 'payloads_kept'); END;
CREATE TRIGGER attempts_append_only BEFORE UPDATE ON attempts BEGIN SELECT RAISE(ABORT, 'attempts_append_only'); END;
CREATE TRIGGER attempts_kept BEFORE DELETE ON attempts BEGIN SELECT RAISE(ABORT, 'attempts_kept'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('submissions',3);
INSERT INTO "sqlite_sequence" VALUES('attempts',2);
INSERT INTO "sqlite_sequence" VALUES('drafts',1);
COMMIT;
