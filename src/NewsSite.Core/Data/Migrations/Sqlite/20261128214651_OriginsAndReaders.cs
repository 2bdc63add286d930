using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsSite.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OriginsAndReaders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CommentOrigins",
                columns: table => new
                {
                    CommentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentOrigins", x => x.CommentId);
                    table.ForeignKey(
                        name: "FK_CommentOrigins_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CommentFlags_ReaderKey_At",
                table: "CommentFlags",
                columns: new[] { "ReaderKey", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CommentOrigins_Key",
                table: "CommentOrigins",
                column: "Key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CommentOrigins");

            migrationBuilder.DropIndex(
                name: "IX_CommentFlags_ReaderKey_At",
                table: "CommentFlags");
        }
    }
}
