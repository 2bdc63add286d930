using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace NewsSite.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Conversation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Comments_ArticleId_State",
                table: "Comments");

            migrationBuilder.AddColumn<string>(
                name: "Badge",
                table: "Comments",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Useful",
                table: "Comments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ClosesAfterComments",
                table: "CommentPolicies",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SlowSeconds",
                table: "CommentPolicies",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Appeals",
                columns: table => new
                {
                    CommentId = table.Column<int>(type: "integer", nullable: false),
                    Sentence = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Granted = table.Column<bool>(type: "boolean", nullable: false),
                    Answer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CommentId = table.Column<int>(type: "integer", nullable: false),
                    Rule = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    ReaderKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AddressKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    SealedEmail = table.Column<byte[]>(type: "bytea", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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

            migrationBuilder.CreateTable(
                name: "CommentHonours",
                columns: table => new
                {
                    CommentId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ArticleId = table.Column<int>(type: "integer", nullable: false),
                    Why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    ById = table.Column<int>(type: "integer", nullable: false),
                    ByName = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentHonours", x => new { x.CommentId, x.Kind });
                    table.ForeignKey(
                        name: "FK_CommentHonours_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CommentSubscriptions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Handle = table.Column<Guid>(type: "uuid", nullable: false),
                    ArticleId = table.Column<int>(type: "integer", nullable: false),
                    EmailKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false),
                    AddressKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Asked = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AskIsDue = table.Column<bool>(type: "boolean", nullable: false),
                    ConfirmedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Cursor = table.Column<long>(type: "bigint", nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
                name: "CommentVotes",
                columns: table => new
                {
                    CommentId = table.Column<int>(type: "integer", nullable: false),
                    VoterKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ArticleId = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentVotes", x => new { x.CommentId, x.VoterKey });
                    table.ForeignKey(
                        name: "FK_CommentVotes_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CommentWishes",
                columns: table => new
                {
                    CommentId = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<Guid>(type: "uuid", nullable: false),
                    Letters = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    TellMe = table.Column<bool>(type: "boolean", nullable: false),
                    Told = table.Column<long>(type: "bigint", nullable: false),
                    ToldAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    AreOff = table.Column<bool>(type: "boolean", nullable: false),
                    LookedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
                name: "IX_Moderation_At_Act",
                table: "Moderation",
                columns: new[] { "At", "Act" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_ArticleId_BranchId_Useful_Id",
                table: "Comments",
                columns: new[] { "ArticleId", "BranchId", "Useful", "Id" },
                descending: new[] { false, false, true, false });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_ArticleId_State_Id",
                table: "Comments",
                columns: new[] { "ArticleId", "State", "Id" });

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

            migrationBuilder.CreateIndex(
                name: "IX_CommentHonours_ArticleId",
                table: "CommentHonours",
                column: "ArticleId");

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
                name: "IX_CommentVotes_At",
                table: "CommentVotes",
                column: "At");

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
                name: "Appeals");

            migrationBuilder.DropTable(
                name: "CommentFlags");

            migrationBuilder.DropTable(
                name: "CommentHonours");

            migrationBuilder.DropTable(
                name: "CommentSubscriptions");

            migrationBuilder.DropTable(
                name: "CommentVotes");

            migrationBuilder.DropTable(
                name: "CommentWishes");

            migrationBuilder.DropTable(
                name: "ModeratorLetters");

            migrationBuilder.DropIndex(
                name: "IX_Moderation_At_Act",
                table: "Moderation");

            migrationBuilder.DropIndex(
                name: "IX_Comments_ArticleId_BranchId_Useful_Id",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_ArticleId_State_Id",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "Badge",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "Useful",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "ClosesAfterComments",
                table: "CommentPolicies");

            migrationBuilder.DropColumn(
                name: "SlowSeconds",
                table: "CommentPolicies");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_ArticleId_State",
                table: "Comments",
                columns: new[] { "ArticleId", "State" });
        }
    }
}
