using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsSite.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LettersWished : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "CommentId",
                table: "LettersOfADay",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WishedLetters",
                table: "CommentWishes",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CommentId",
                table: "LettersOfADay");

            migrationBuilder.DropColumn(
                name: "WishedLetters",
                table: "CommentWishes");
        }
    }
}
