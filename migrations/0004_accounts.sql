CREATE TABLE `attempts` (
	`subject` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`last_ms` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at_ms` integer NOT NULL,
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`account_id` text NOT NULL,
	`character_id` text NOT NULL,
	`reason` text NOT NULL,
	`details` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `audit_account` ON `audit` (`account_id`);--> statement-breakpoint
CREATE TABLE `bans` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`reason` text NOT NULL,
	`at_ms` integer NOT NULL,
	`until_ms` integer NOT NULL,
	`lifted_ms` integer DEFAULT 0 NOT NULL,
	`appeal` text DEFAULT '' NOT NULL,
	`appealed_ms` integer DEFAULT 0 NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `bans_account` ON `bans` (`account_id`);--> statement-breakpoint
CREATE TABLE `challenges` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`challenge` text NOT NULL,
	`account_id` text NOT NULL,
	`expires_ms` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`device` text NOT NULL,
	`created_ms` integer NOT NULL,
	`used_ms` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `passkeys_account` ON `passkeys` (`account_id`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `recovery_codes_account` ON `recovery_codes` (`account_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`account_id` text NOT NULL,
	`created_ms` integer NOT NULL,
	`used_ms` integer NOT NULL,
	`device` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`);--> statement-breakpoint
-- Guests of before stay signed in: what their cookies hold opens a session now.
INSERT INTO `sessions` SELECT `token_hash`, 'S' || substr(upper(hex(randomblob(13))), 2), `id`, `created_ms`, `created_ms`, '' FROM `accounts`;--> statement-breakpoint
CREATE TRIGGER `audit_stands` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;--> statement-breakpoint
CREATE TRIGGER `audit_stays` BEFORE DELETE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;--> statement-breakpoint
DROP INDEX `accounts_token_hash`;--> statement-breakpoint
ALTER TABLE `accounts` ADD `role` text DEFAULT 'player' NOT NULL;--> statement-breakpoint
ALTER TABLE `accounts` ADD `muted_until_ms` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `accounts` DROP COLUMN `token_hash`;