namespace NewsSite.Tests.Support;

public static class Repository
{
    /// <summary>The folder that holds NewsSite.sln.</summary>
    public static readonly string Root = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "NewsSite.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("NewsSite.sln"));
}
