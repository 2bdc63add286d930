using System.Text;
using NewsSite.Import;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Import;

/// <summary>What the readers make of each program's form.</summary>
public sealed class ExportReadingTests
{
    private const string Disqus = """
        <?xml version="1.0" encoding="utf-8"?>
        <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://disqus.com/api/schemas/1.0/disqus.xsd http://disqus.com/api/schemas/1.0/internals.xsd">
        <category dsq:id="1"><forum>almarsad</forum><title>General</title><isDefault>true</isDefault></category>
        <thread dsq:id="900">
          <id>7 https://old.example/?p=7</id><forum>almarsad</forum><category dsq:id="1"/>
          <link>https://old.example/politics/khabar/</link><title>عنوان قديم</title><message/>
          <createdAt>2018-01-01T10:00:00Z</createdAt>
          <author><name>نور</name><isAnonymous>false</isAnonymous><username>nour</username></author>
          <isClosed>false</isClosed><isDeleted>false</isDeleted>
        </thread>
        <post dsq:id="11">
          <id/><message><![CDATA[<p>رأي أول<br>في سطرين</p>]]></message><createdAt>2018-01-02T10:00:00Z</createdAt>
          <isDeleted>false</isDeleted><isSpam>false</isSpam>
          <author><name>سليم</name><isAnonymous>false</isAnonymous><username>salim77</username></author>
          <thread dsq:id="900"/>
        </post>
        <post dsq:id="12">
          <id/><message><![CDATA[<p>جواب</p>]]></message><createdAt>2018-01-02T11:00:00Z</createdAt>
          <isDeleted>false</isDeleted><isSpam>false</isSpam>
          <author><email>huda@example.org</email><name>هدى</name><isAnonymous>true</isAnonymous></author><ipAddress>203.0.113.9</ipAddress>
          <thread dsq:id="900"/><parent dsq:id="11"/>
        </post>
        <post dsq:id="13"><id/><message>x</message><createdAt>2018-01-02T12:00:00Z</createdAt><isDeleted>true</isDeleted><isSpam>false</isSpam><author><name>م</name></author><thread dsq:id="900"/></post>
        <post dsq:id="14"><id/><message>x</message><createdAt>2018-01-02T12:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>true</isSpam><author><name>م</name></author><thread dsq:id="900"/></post>
        </disqus>
        """;

    private const string CoralLines = """
        {"_id":{"$oid":"5f0000000000000000000001"},"tenantID":"t","id":"c-1","storyID":"s-1","authorID":"u-1","ancestorIDs":[],"revisions":[{"id":"r0","body":"<div>قديم</div>"},{"id":"r1","body":"<div>رأي <b>معدّل</b></div>"}],"status":"NONE","createdAt":{"$date":"2021-03-04T05:06:07.089Z"}}
        {"id":"c-2","parentID":"c-1","storyID":"s-1","authorID":"u-2","revisions":[{"body":"ينتظر"}],"status":"PREMOD","createdAt":{"$date":{"$numberLong":"1614834367089"}}}
        {"id":"c-3","storyID":"s-1","authorID":"u-2","revisions":[{"body":"مرفوض"}],"status":"REJECTED","createdAt":"2021-03-04T05:06:07Z"}
        {"id":"c-4","storyID":"s-1","authorID":null,"revisions":[],"status":"APPROVED","createdAt":"2021-03-04T05:06:07Z","deletedAt":"2021-04-04T05:06:07Z"}
        {"id":"c-5","storyID":"s-1","authorID":"u-1","revisions":[{"body":"محجوز"}],"status":"SYSTEM_WITHHELD","createdAt":"2021-03-04T05:06:07Z"}
        """;

    private const string GhostBackup = """
        {"db":[{"meta":{"exported_on":1700000000000,"version":"5.80.0"},"data":{
          "comments":[
            {"id":"64a000000000000000000001","post_id":"64b000000000000000000001","member_id":"64c000000000000000000001","parent_id":null,"in_reply_to_id":null,"status":"published","html":"<p>رأي أول</p>","edited_at":null,"created_at":"2023-07-01T08:00:00.000Z","updated_at":"2023-07-01T08:00:00.000Z"},
            {"id":"64a000000000000000000002","post_id":"64b000000000000000000001","member_id":null,"parent_id":"64a000000000000000000001","in_reply_to_id":null,"status":"published","html":"<p>جواب</p>","created_at":"2023-07-01 09:00:00"},
            {"id":"64a000000000000000000003","post_id":"64b000000000000000000001","member_id":"64c000000000000000000001","parent_id":"64a000000000000000000001","in_reply_to_id":"64a000000000000000000002","status":"hidden","html":"<p>محجوب</p>","created_at":1688205600000}],
          "members":[{"id":"64c000000000000000000001","uuid":"u","email":"salma@example.org","name":"سلمى"}],
          "posts":[{"id":"64b000000000000000000001","slug":"khabar","title":"خبر","lexical":"{\"root\":{\"children\":[]}}"}]}}]}
        """;

    private const string GhostTable = """
        id,name,email,created_at,html,reply_to,post_id,post_title,post_slug,post_url
        64a1,سلمى,salma@example.org,2023-07-01T08:00:00.000Z,"<p>رأي، ""بين"" علامتين</p>",,64b1,خبر,khabar,https://old.example/khabar/
        64a2,,,2023-07-01T09:00:00.000Z,<p>جواب</p>,64a1,64b1,خبر,khabar,https://old.example/khabar/
        """;

    [Fact]
    public void WordPress_tells_story_parent_state_and_time()
    {
        var comments = Read(ImportSource.WordPress, Importing.WordPress(Importing.Item("https://old.example/2019/05/khabar/", "%d8%ae%d8%a8%d8%b1",
            Importing.Comment(1, "رأي أول", from: "203.0.113.7"), Importing.Comment(2, "ينتظر", parent: 1, approved: "0"), Importing.Comment(3, "مزعج", approved: "spam"), Importing.Comment(4, "في السلة", approved: "trash"), Importing.Comment(5, "إشارة", type: "pingback"))));

        Assert.Equal([ImportedState.Approved, ImportedState.Pending, ImportedState.Spam, ImportedState.Removed, ImportedState.Other], comments.Select(c => c.State));
        Assert.Equal("old.example#1", comments[0].Id);
        Assert.Equal([null, "old.example#1", null, null, null], comments.Select(c => c.ParentId));
        Assert.Equal(new("https://old.example/2019/05/khabar/", "%d8%ae%d8%a8%d8%b1", "7"), comments[0].Story);
        Assert.Equal(new DateTimeOffset(2019, 5, 1, 8, 0, 0, TimeSpan.Zero), comments[0].At);
        Assert.Equal(("سلمى", "salma@example.org", "رأي أول", "203.0.113.7"), (comments[0].Name, comments[0].Email, comments[0].Html, comments[0].From!.ToString()));
    }

    [Fact]
    public void What_WordPress_found_and_wrote_as_it_was_does_not_stop_it()
    {
        var comment = Assert.Single(Read(ImportSource.WordPress, Importing.WordPress(Importing.Item("https://old.example/a/", "a", Importing.Comment(1, "قبل\u0008بعد", date: "2012-01-02 03:04:05"))).Replace("<wp:comment_date_gmt><![CDATA[2012-01-02 03:04:05]]>", "<wp:comment_date_gmt><![CDATA[0000-00-00 00:00:00]]>", StringComparison.Ordinal)));

        Assert.Equal("قبل بعد", comment.Html);
        Assert.Equal(new DateTimeOffset(2012, 1, 2, 3, 4, 5, TimeSpan.Zero), comment.At);
    }

    [Fact]
    public void Half_a_sign_is_no_reason_to_stop() => Assert.Equal(
        "قلب 😀 نصف \uFFFD وآخر \uFFFD", Assert.Single(Read(ImportSource.Coral, "{\"id\":\"c\",\"storyID\":\"s\",\"status\":\"NONE\",\"body\":\"قلب \\ud83d\\ude00 نصف \\ud83d وآخر \\ude00\"}")).Html);

    [Fact]
    public void Disqus_names_thread_and_parent_by_its_own_numbers()
    {
        var comments = Read(ImportSource.Disqus, Disqus);

        Assert.Equal(["11", "12", "13", "14"], comments.Select(c => c.Id));
        Assert.Equal([ImportedState.Approved, ImportedState.Approved, ImportedState.Removed, ImportedState.Spam], comments.Select(c => c.State));
        Assert.Equal("11", comments[1].ParentId);
        Assert.Equal("https://old.example/politics/khabar/", comments[1].Story.Address);
        Assert.Equal(("سليم", "", "salim77"), (comments[0].Name, comments[0].Email, comments[0].Account));
        Assert.Equal(("هدى", "huda@example.org", "", "203.0.113.9"), (comments[1].Name, comments[1].Email, comments[1].Account, comments[1].From!.ToString()));
        Assert.Equal(new DateTimeOffset(2018, 1, 2, 10, 0, 0, TimeSpan.Zero), comments[0].At);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Coral_is_read_line_by_line_or_as_one_array(bool asArray)
    {
        var comments = Read(ImportSource.Coral, asArray ? $"[{string.Join(",\n", CoralLines.Split('\n'))}]" : CoralLines);

        Assert.Equal(["c-1", "c-2", "c-3", "c-4", "c-5"], comments.Select(c => c.Id));
        Assert.Equal([ImportedState.Approved, ImportedState.Pending, ImportedState.Removed, ImportedState.Removed, ImportedState.Pending], comments.Select(c => c.State));
        Assert.Equal("<div>رأي <b>معدّل</b></div>", comments[0].Html);
        Assert.Equal([new DateTimeOffset(2021, 3, 4, 5, 6, 7, 89, TimeSpan.Zero)], comments.Take(2).Select(c => c.At!.Value).Distinct());
        Assert.Equal("c-1", comments[1].ParentId);
        Assert.Equal("s-1", comments[0].Story.Number);
    }

    [Fact]
    public void A_folder_of_Coral_names_stories_and_writers()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(Path.Combine(folder, "comments.json"), CoralLines);
        File.WriteAllText(Path.Combine(folder, "stories.json"), """{"id":"s-1","url":"https://old.example/politics/khabar"}""");
        File.WriteAllText(Path.Combine(folder, "users.json"), """[{"id":"u-1","username":"سلمى","email":"salma@example.org"}]""");

        var first = new CommentExport(ImportSource.Coral, new ExportFiles(folder)).Comments().First();
        Directory.Delete(folder, recursive: true);

        Assert.Equal(("سلمى", "salma@example.org", "u-1", "https://old.example/politics/khabar"), (first.Name, first.Email, first.Account, first.Story.Address));
    }

    [Fact]
    public void Ghosts_database_joins_its_tables()
    {
        var comments = Read(ImportSource.Ghost, GhostBackup);

        Assert.Equal([ImportedState.Approved, ImportedState.Approved, ImportedState.Removed], comments.Select(c => c.State));
        Assert.Equal([null, "64a000000000000000000001", "64a000000000000000000002"], comments.Select(c => c.ParentId));
        Assert.Equal(("سلمى", "salma@example.org", "/khabar/", "khabar"), (comments[0].Name, comments[0].Email, comments[0].Story.Address, comments[0].Story.Slug));
        Assert.Equal([8, 9, 10], comments.Select(c => c.At!.Value.Hour));
    }

    [Fact]
    public void Ghosts_table_is_read_by_the_names_of_its_columns()
    {
        var comments = Read(ImportSource.Ghost, "\uFEFF" + GhostTable);

        Assert.Equal(["64a1", "64a2"], comments.Select(c => c.Id));
        Assert.Equal("<p>رأي، \"بين\" علامتين</p>", comments[0].Html);
        Assert.Equal("64a1", comments[1].ParentId);
        Assert.Equal("https://old.example/khabar/", comments[0].Story.Address);
    }

    [Fact]
    public void The_beginning_of_a_file_tells_who_made_it() => Assert.Equal(
        [ImportSource.WordPress, ImportSource.Disqus, ImportSource.Coral, ImportSource.Ghost, ImportSource.Ghost, null],
        new[] { Importing.WordPress(), Disqus, CoralLines, GhostBackup, GhostTable, "كلام" }.Select(text => InFile(text, CommentExport.Guess)));

    [Theory]
    [InlineData(ImportSource.WordPress, "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><rss>&b;</rss>", "entities of its own")]
    [InlineData(ImportSource.Disqus, "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"file:///etc/passwd\"><disqus/>", "entities of its own")]
    [InlineData(ImportSource.WordPress, "<rss><channel>\n<item><title>نص", "ends too early")]
    [InlineData(ImportSource.WordPress, "<disqus/>", "no export of WordPress")]
    [InlineData(ImportSource.Disqus, "", "ends too early")]
    [InlineData(ImportSource.Coral, "{\"id\":\"c-1\",\"body\":\"نص", "ends too early")]
    [InlineData(ImportSource.Coral, "[{\"id\":\"c-1\"}\n{]", "Line 2")]
    [InlineData(ImportSource.Ghost, "{\"db\":[{\"data\":{\"comments\":[{\"id\":\"1\"", "ends too early")]
    [InlineData(ImportSource.Ghost, "name,text\nسلمى,رأي", "columns")]
    public void What_is_damaged_or_hostile_is_told_with_its_place(ImportSource source, string text, string says)
    {
        var fault = Assert.Throws<DamagedExportException>(() => Read(source, text));

        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ImportSource.WordPress)]
    [InlineData(ImportSource.Coral)]
    [InlineData(ImportSource.Ghost)]
    public void A_file_in_another_encoding_is_told(ImportSource source)
    {
        // Arabic as Windows-1256 has it.
        byte[] word = [0xC7, 0xE1, 0xDA, 0xC7, 0xE1, 0xE3];
        var (before, after) = source switch
        {
            ImportSource.WordPress => ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss><channel><title>", "</title></channel></rss>"),
            ImportSource.Coral => ("{\"id\":\"c\",\"status\":\"NONE\",\"body\":\"", "\"}"),
            _ => ("id,created_at,html\n1,2020-01-01,", "\n"),
        };
        byte[] bytes = [.. Encoding.UTF8.GetBytes(before), .. word, .. Encoding.UTF8.GetBytes(after)];

        var fault = Assert.Throws<DamagedExportException>(() => InFile(bytes, files => new CommentExport(source, files).Comments().ToList()));

        Assert.True(fault.Message.Contains("UTF-8", StringComparison.Ordinal) || fault.Message.Contains("encoding", StringComparison.Ordinal), fault.Message);
    }

    [Theory]
    [InlineData(ImportSource.WordPress)]
    [InlineData(ImportSource.Coral)]
    public void Reading_runs_only_a_little_ahead_of_what_is_taken(ImportSource source)
    {
        const int Ahead = 1 << 19, Count = 20_000;
        var words = string.Concat(Enumerable.Repeat("كلام ", 200));
        var bytes = Encoding.UTF8.GetBytes(source == ImportSource.WordPress
            ? Importing.WordPress(Importing.Item("https://old.example/a/", "a", [.. Enumerable.Range(1, Count).Select(id => Importing.Comment(id, words))]))
            : string.Concat(Enumerable.Range(1, Count).Select(id => $"{{\"id\":\"{id}\",\"storyID\":\"s\",\"status\":\"NONE\",\"body\":\"{words}\"}}\n")));
        using var file = new MemoryStream(bytes);

        long taken = 0;
        foreach (var _ in new CommentExport(source, new ExportFiles(() => file)).Comments())
        {
            taken++;
            // Nothing is held back either: what was read was given, or stands in a buffer.
            if (file.CanRead)
            {
                Assert.True(file.Position <= taken * bytes.Length / Count + Ahead, $"{file.Position} bytes were read for {taken} comments");
            }
        }

        Assert.Equal(Count, taken);
    }

    private static List<ImportedComment> Read(ImportSource source, string text) => InFile(text, files => new CommentExport(source, files).Comments().ToList());

    private static T InFile<T>(string text, Func<ExportFiles, T> read) => InFile(Encoding.UTF8.GetBytes(text), read);

    private static T InFile<T>(byte[] bytes, Func<ExportFiles, T> read)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, bytes);
            return read(new ExportFiles(file));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
