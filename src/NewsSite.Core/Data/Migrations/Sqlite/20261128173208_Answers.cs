using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsSite.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Answers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Appeals",
                columns: table => new
                {
                    CommentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Sentence = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false),
                    AnsweredAt = table.Column<string>(type: "TEXT", maxLength: 23, nullable: true),
                    Granted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appeals", x => x.CommentId);
                    table.ForeignKey(
                        name: "FK_Appeals_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CommentFlags",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ReaderKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AddressKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    SealedEmail = table.Column<byte[]>(type: "BLOB", nullable: true),
                    At = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false),
                    AnsweredAt = table.Column<string>(type: "TEXT", maxLength: 23, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentFlags", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommentFlags_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Moderation_At_Act",
                table: "Moderation",
                columns: new[] { "At", "Act" });

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_AnsweredAt",
                table: "Appeals",
                column: "AnsweredAt");

            migrationBuilder.CreateIndex(
                name: "IX_CommentFlags_AddressKey_At",
                table: "CommentFlags",
                columns: new[] { "AddressKey", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CommentFlags_AnsweredAt",
                table: "CommentFlags",
                column: "AnsweredAt");

            migrationBuilder.CreateIndex(
                name: "IX_CommentFlags_CommentId_ReaderKey",
                table: "CommentFlags",
                columns: new[] { "CommentId", "ReaderKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Appeals");

            migrationBuilder.DropTable(
                name: "CommentFlags");

            migrationBuilder.DropIndex(
                name: "IX_Moderation_At_Act",
                table: "Moderation");
        }
    }
}
