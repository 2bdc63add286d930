using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace NewsSite.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FollowRefusals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "Note",
                table: "CommentFlags",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(300)",
                oldMaxLength: 300);

            migrationBuilder.CreateTable(
                name: "FollowRefusals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    EmailKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ArticleId = table.Column<int>(type: "integer", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Mailbox = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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

            migrationBuilder.AlterColumn<string>(
                name: "Note",
                table: "CommentFlags",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(1000)",
                oldMaxLength: 1000);
        }
    }
}
