ALTER TABLE `characters` ADD `life` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `items` ADD `marks` text;