DROP INDEX "part_by_instance";--> statement-breakpoint
ALTER TABLE "part" DROP CONSTRAINT "part_pkey";--> statement-breakpoint
ALTER TABLE "part" ADD CONSTRAINT "part_twin_id_author_id_seq_part_digest_pk" PRIMARY KEY("twin_id","author_id","seq","part_digest");--> statement-breakpoint
CREATE INDEX "part_by_digest" ON "part" USING btree ("part_digest");
