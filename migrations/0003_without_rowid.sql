-- Each row of a table with a key of its own kind is two that are billed, the row and the key's: without a rowid it is one.
CREATE TABLE `new_applied` (`key` text PRIMARY KEY NOT NULL) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `new_applied` SELECT * FROM `applied`;--> statement-breakpoint
DROP TABLE `applied`;--> statement-breakpoint
ALTER TABLE `new_applied` RENAME TO `applied`;--> statement-breakpoint
CREATE TABLE `new_ledger` (
	`id` text PRIMARY KEY NOT NULL,
	`region` text NOT NULL,
	`character_id` text NOT NULL,
	`cause` integer NOT NULL,
	`gold` integer NOT NULL,
	`kind` integer NOT NULL,
	`quantity` integer NOT NULL
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `new_ledger` SELECT * FROM `ledger`;--> statement-breakpoint
DROP TABLE `ledger`;--> statement-breakpoint
ALTER TABLE `new_ledger` RENAME TO `ledger`;--> statement-breakpoint
CREATE TABLE `new_items` (
	`id` text PRIMARY KEY NOT NULL,
	`character_id` text NOT NULL,
	`kind` integer NOT NULL,
	`quantity` integer NOT NULL,
	`slot` integer NOT NULL,
	`moves` integer DEFAULT 0 NOT NULL,
	`marks` text,
	CONSTRAINT "quantity_positive" CHECK(`quantity` > 0)
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `new_items` SELECT `id`, `character_id`, `kind`, `quantity`, `slot`, `moves`, `marks` FROM `items`;--> statement-breakpoint
DROP TABLE `items`;--> statement-breakpoint
ALTER TABLE `new_items` RENAME TO `items`;--> statement-breakpoint
CREATE INDEX `items_character` ON `items` (`character_id`);
