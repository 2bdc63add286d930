using NetVips;

namespace NewsSite.Media;

/// <summary>libvips reads dozens of formats through as many libraries. Only those that we take are left open; all others, and operations that keep things, are shut for the whole process.</summary>
internal static class Vips
{
    private static readonly string[] Readers = ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadHeif", "VipsForeignLoadNsgif"];

    public static void Prepare()
    {
        NetVips.NetVips.BlockUntrusted = true;
        Operation.Block("VipsForeignLoad", true);
        foreach (var reader in Readers)
        {
            Operation.Block(reader, false);
        }
        // Uploads do not come twice: what a cache kept would only be memory.
        Cache.Max = 0;
        NetVips.NetVips.Concurrency = 2;
    }
}
