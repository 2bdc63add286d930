using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsSite.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FollowRefusals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "FollowRefusals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EmailKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ArticleId = table.Column<int>(type: "INTEGER", nullable: true),
                    At = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowRefusals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FollowRefusals_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LettersOfADay",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Mailbox = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LettersOfADay", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FollowRefusals_ArticleId",
                table: "FollowRefusals",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_FollowRefusals_EmailKey",
                table: "FollowRefusals",
                column: "EmailKey");

            migrationBuilder.CreateIndex(
                name: "IX_LettersOfADay_Mailbox_At",
                table: "LettersOfADay",
                columns: new[] { "Mailbox", "At" });

            // A ban's lines in the log are found by its number from now on.
            migrationBuilder.Sql("""
                UPDATE "Log" SET "SubjectId" = (SELECT MAX("Id") FROM "Bans" WHERE "Bans"."Why" = "Log"."Subject")
                WHERE "Act" = 'comments.ban' AND "SubjectId" IS NULL AND "Subject" <> ''
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FollowRefusals");

            migrationBuilder.DropTable(
                name: "LettersOfADay");
        }
    }
}
