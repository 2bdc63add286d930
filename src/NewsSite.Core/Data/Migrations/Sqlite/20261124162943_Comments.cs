using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsSite.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Comments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Bans",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false),
                    Until = table.Column<string>(type: "TEXT", maxLength: 23, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CommentPolicies",
                columns: table => new
                {
                    Scope = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    ClosesAfterDays = table.Column<int>(type: "INTEGER", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    At = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentPolicies", x => x.Scope);
                });

            migrationBuilder.CreateTable(
                name: "Comments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ArticleId = table.Column<int>(type: "INTEGER", nullable: false),
                    ParentId = table.Column<int>(type: "INTEGER", nullable: true),
                    RootId = table.Column<int>(type: "INTEGER", nullable: false),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: false),
                    Face = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    At = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Certainty = table.Column<int>(type: "INTEGER", nullable: false),
                    WriterKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AddressKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    OnceKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Comments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Comments_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Comments_Comments_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Comments",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "TermChanges",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Certainty = table.Column<int>(type: "INTEGER", nullable: false),
                    Region = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    At = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TermChanges", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "CommentEmails",
                columns: table => new
                {
                    CommentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentEmails", x => x.CommentId);
                    table.ForeignKey(
                        name: "FK_CommentEmails_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Moderation",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    After = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    RuleBefore = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Why = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Verdicts = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Moderation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Moderation_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Bans_Key",
                table: "Bans",
                column: "Key");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_AddressKey_At",
                table: "Comments",
                columns: new[] { "AddressKey", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_ArticleId_RootId_BranchId_Id",
                table: "Comments",
                columns: new[] { "ArticleId", "RootId", "BranchId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_ArticleId_State",
                table: "Comments",
                columns: new[] { "ArticleId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_OnceKey",
                table: "Comments",
                column: "OnceKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Comments_ParentId",
                table: "Comments",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_State_At_Id",
                table: "Comments",
                columns: new[] { "State", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_WriterKey_At",
                table: "Comments",
                columns: new[] { "WriterKey", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Moderation_ById_Id",
                table: "Moderation",
                columns: new[] { "ById", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Moderation_CommentId_Id",
                table: "Moderation",
                columns: new[] { "CommentId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Bans");

            migrationBuilder.DropTable(
                name: "CommentEmails");

            migrationBuilder.DropTable(
                name: "CommentPolicies");

            migrationBuilder.DropTable(
                name: "Moderation");

            migrationBuilder.DropTable(
                name: "TermChanges");

            migrationBuilder.DropTable(
                name: "Comments");
        }
    }
}
