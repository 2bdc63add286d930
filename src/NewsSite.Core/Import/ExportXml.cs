using System.Xml;

namespace NewsSite.Import;

/// <summary>XML that nobody vouches for, an element at a time.</summary>
internal static class ExportXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        // No document type, so no entity but the five that XML has, and nothing fetched.
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        // Those written as numbers are taken out later, with all that is unsafe.
        CheckCharacters = false,
    };

    public static XmlReader Open(Stream file) => XmlReader.Create(new WithoutControls(file), Settings);

    /// <summary>Steps into the document, whose first element must be called so.</summary>
    public static void Begin(XmlReader reader, string root, string program)
    {
        reader.MoveToContent();
        if (reader.LocalName != root)
        {
            throw new DamagedExportException($"This is no export of {program}: it begins with <{reader.LocalName}>, not with <{root}>.");
        }
        reader.Read();
    }

    /// <summary>The children of the element that the reader stands on, one after the other: each is read by <paramref name="take"/>, or passed over where that says no. Then the reader stands behind it.</summary>
    public static void Children(XmlReader reader, Func<XmlReader, bool> take)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return;
        }
        reader.Read();
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element || !take(reader))
            {
                reader.Skip();
            }
        }
        reader.Read();
    }
}
