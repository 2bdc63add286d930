using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsSite.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CommentLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CommentSubscriptions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Handle = table.Column<Guid>(type: "TEXT", nullable: false),
                    ArticleId = table.Column<int>(type: "INTEGER", nullable: false),
                    EmailKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AddressKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Asked = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    AskedAt = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false),
                    AskIsDue = table.Column<bool>(type: "INTEGER", nullable: false),
                    ConfirmedAt = table.Column<string>(type: "TEXT", maxLength: 23, nullable: true),
                    Cursor = table.Column<long>(type: "INTEGER", nullable: false),
                    WrittenAt = table.Column<string>(type: "TEXT", maxLength: 23, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentSubscriptions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommentSubscriptions_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CommentWishes",
                columns: table => new
                {
                    CommentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Handle = table.Column<Guid>(type: "TEXT", nullable: false),
                    Letters = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    TellMe = table.Column<bool>(type: "INTEGER", nullable: false),
                    Told = table.Column<long>(type: "INTEGER", nullable: false),
                    ToldAt = table.Column<string>(type: "TEXT", maxLength: 23, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentWishes", x => x.CommentId);
                    table.ForeignKey(
                        name: "FK_CommentWishes_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ModeratorLetters",
                columns: table => new
                {
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    AreOff = table.Column<bool>(type: "INTEGER", nullable: false),
                    LookedAt = table.Column<string>(type: "TEXT", maxLength: 23, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModeratorLetters", x => x.UserId);
                    table.ForeignKey(
                        name: "FK_ModeratorLetters_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CommentSubscriptions_AddressKey",
                table: "CommentSubscriptions",
                column: "AddressKey");

            migrationBuilder.CreateIndex(
                name: "IX_CommentSubscriptions_ArticleId_ConfirmedAt",
                table: "CommentSubscriptions",
                columns: new[] { "ArticleId", "ConfirmedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CommentSubscriptions_AskIsDue_AskedAt",
                table: "CommentSubscriptions",
                columns: new[] { "AskIsDue", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CommentSubscriptions_EmailKey_ArticleId",
                table: "CommentSubscriptions",
                columns: new[] { "EmailKey", "ArticleId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommentSubscriptions_Handle",
                table: "CommentSubscriptions",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommentWishes_Handle",
                table: "CommentWishes",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommentWishes_Letters",
                table: "CommentWishes",
                column: "Letters");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CommentSubscriptions");

            migrationBuilder.DropTable(
                name: "CommentWishes");

            migrationBuilder.DropTable(
                name: "ModeratorLetters");
        }
    }
}
