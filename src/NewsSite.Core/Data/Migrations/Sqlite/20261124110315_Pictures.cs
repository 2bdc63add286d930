using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsSite.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Pictures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AlternativeText",
                table: "Pictures",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "Pictures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "AwaitsRenditions",
                table: "Pictures",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Caption",
                table: "Pictures",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ContentHash",
                table: "Pictures",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Credit",
                table: "Pictures",
                type: "TEXT",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "CropKey",
                table: "Pictures",
                type: "TEXT",
                maxLength: 92,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CropVersion",
                table: "Pictures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "FileName",
                table: "Pictures",
                type: "TEXT",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "FocalX",
                table: "Pictures",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<double>(
                name: "FocalY",
                table: "Pictures",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<int>(
                name: "FocusVersion",
                table: "Pictures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "MasterFormat",
                table: "Pictures",
                type: "TEXT",
                maxLength: 4,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Ready",
                table: "Pictures",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "Pictures",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TakenAt",
                table: "Pictures",
                type: "TEXT",
                maxLength: 23,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TakenBy",
                table: "Pictures",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BodyPictures",
                table: "Articles",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "PreviewLink",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ArticleId = table.Column<int>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    CreatedAt = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false),
                    ExpiresAt = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false),
                    RevokedAt = table.Column<string>(type: "TEXT", maxLength: 23, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PreviewLink", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PreviewLink_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StoryPresence",
                columns: table => new
                {
                    ArticleId = table.Column<int>(type: "INTEGER", nullable: false),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    SeenAt = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoryPresence", x => new { x.ArticleId, x.UserId });
                    table.ForeignKey(
                        name: "FK_StoryPresence_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Pictures_AwaitsRenditions",
                table: "Pictures",
                column: "AwaitsRenditions",
                filter: "\"AwaitsRenditions\"");

            migrationBuilder.CreateIndex(
                name: "IX_Pictures_ContentHash",
                table: "Pictures",
                column: "ContentHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Articles_BodyPictures",
                table: "Articles",
                column: "BodyPictures",
                filter: "\"BodyPictures\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_PreviewLink_ArticleId",
                table: "PreviewLink",
                column: "ArticleId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PreviewLink");

            migrationBuilder.DropTable(
                name: "StoryPresence");

            migrationBuilder.DropIndex(
                name: "IX_Pictures_AwaitsRenditions",
                table: "Pictures");

            migrationBuilder.DropIndex(
                name: "IX_Pictures_ContentHash",
                table: "Pictures");

            migrationBuilder.DropIndex(
                name: "IX_Articles_BodyPictures",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "AlternativeText",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "AwaitsRenditions",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "Caption",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "ContentHash",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "Credit",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "CropKey",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "CropVersion",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "FileName",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "FocalX",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "FocalY",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "FocusVersion",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "MasterFormat",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "Ready",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "TakenAt",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "TakenBy",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "BodyPictures",
                table: "Articles");
        }
    }
}
