import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the bookings for which a person answers as quickly as those that are theirs. */
export class FindBookingsByResponsible implements MigrationInterface {
  name = 'FindBookingsByResponsible20261122113200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX "ix_booking_responsible" ON "booking" ("responsible_person_id", "starts_at")',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_booking_responsible"');
  }
}
