-- Somebody's lines lie together under one key, and it is still one row that is billed for each.
CREATE TABLE `new_ledger` (
	`id` text NOT NULL,
	`region` text NOT NULL,
	`character_id` text NOT NULL,
	`cause` integer NOT NULL,
	`gold` integer NOT NULL,
	`kind` integer NOT NULL,
	`quantity` integer NOT NULL,
	PRIMARY KEY(`character_id`, `id`)
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `new_ledger` SELECT `id`, `region`, `character_id`, `cause`, `gold`, `kind`, `quantity` FROM `ledger`;--> statement-breakpoint
DROP TABLE `ledger`;--> statement-breakpoint
ALTER TABLE `new_ledger` RENAME TO `ledger`;--> statement-breakpoint
CREATE TABLE `ledger_sums` (
	`character_id` text NOT NULL,
	`cause` integer NOT NULL,
	`kind` integer NOT NULL,
	`keeper` integer NOT NULL,
	`lines` integer NOT NULL,
	`gold_made` integer NOT NULL,
	`gold_destroyed` integer NOT NULL,
	`things_made` integer NOT NULL,
	`things_destroyed` integer NOT NULL,
	PRIMARY KEY(`character_id`, `cause`, `kind`, `keeper`)
) WITHOUT ROWID;--> statement-breakpoint
-- Which batches were written, `region_sequence` tells alone.
DROP TABLE `applied`;
