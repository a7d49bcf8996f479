CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`created_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_token_hash` ON `accounts` (`token_hash`);--> statement-breakpoint
CREATE TABLE `applied` (
	`key` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `characters` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`place` integer NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`covenant` integer NOT NULL,
	`look` integer NOT NULL,
	`level` integer NOT NULL,
	`xp` integer NOT NULL,
	`gold` integer NOT NULL,
	`quests` text NOT NULL,
	`done` text NOT NULL,
	`pois` text NOT NULL,
	`soft` text,
	`owner_region` text,
	`last_region` text NOT NULL,
	`epoch` integer NOT NULL,
	`version` integer NOT NULL,
	`created_ms` integer NOT NULL,
	`updated_ms` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "gold_not_negative" CHECK("characters"."gold" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `characters_name_key` ON `characters` (`name_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `characters_account_place` ON `characters` (`account_id`,`place`);--> statement-breakpoint
CREATE TABLE `items` (
	`id` text PRIMARY KEY NOT NULL,
	`character_id` text NOT NULL,
	`kind` integer NOT NULL,
	`quantity` integer NOT NULL,
	`slot` integer NOT NULL,
	CONSTRAINT "quantity_positive" CHECK("items"."quantity" > 0)
);
--> statement-breakpoint
CREATE INDEX `items_character` ON `items` (`character_id`);--> statement-breakpoint
CREATE TABLE `ledger` (
	`id` text PRIMARY KEY NOT NULL,
	`region` text NOT NULL,
	`character_id` text NOT NULL,
	`cause` integer NOT NULL,
	`gold` integer NOT NULL,
	`kind` integer NOT NULL,
	`quantity` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `region_sequence` (
	`region` text PRIMARY KEY NOT NULL,
	`incarnation` text NOT NULL,
	`sequence` integer NOT NULL
);
