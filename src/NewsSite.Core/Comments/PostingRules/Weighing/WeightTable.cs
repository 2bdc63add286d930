using System.IO.Compression;

namespace NewsSite.Comments.PostingRules.Weighing;

/// <summary>
/// The weigher's weights, of which most are 0. In a file, compressed: scale, bias and count, then of each weight its distance from the one before, of each its size, and of each that tells much the rule that it speaks for.
/// </summary>
internal sealed record WeightTable(sbyte[] Weights, byte[] RuleOf, double Scale, double Bias)
{
    public const int Rules = 8, MostWeight = 7;

    // A rule costs as much room as a weight does, and the heavy ones name it.
    private const int Telling = 4;

    public static bool NamesRule(sbyte weight) => weight >= Telling;

    public static WeightTable Read(Stream file)
    {
        using var reader = new BinaryReader(new BrotliStream(file, CompressionMode.Decompress));
        var (scale, bias) = (reader.ReadSingle(), reader.ReadSingle());
        var numbers = new int[reader.ReadInt32()];
        for (int at = 0, number = 0; at < numbers.Length; at++)
        {
            numbers[at] = number += reader.Read7BitEncodedInt();
        }
        var (weights, rules) = (new sbyte[Traits.Count], new byte[Traits.Count]);
        foreach (var number in numbers)
        {
            weights[number] = reader.ReadSByte();
        }
        foreach (var number in numbers.Where(number => NamesRule(weights[number])))
        {
            rules[number] = reader.ReadByte();
        }
        return new(weights, rules, scale, bias);
    }

    public void Write(Stream file)
    {
        using var writer = new BinaryWriter(new BrotliStream(file, CompressionLevel.SmallestSize, leaveOpen: true));
        var numbers = Enumerable.Range(0, Weights.Length).Where(number => Weights[number] != 0).ToList();
        writer.Write((float)Scale);
        writer.Write((float)Bias);
        writer.Write(numbers.Count);
        for (var at = 0; at < numbers.Count; at++)
        {
            writer.Write7BitEncodedInt(numbers[at] - (at > 0 ? numbers[at - 1] : 0));
        }
        numbers.ForEach(number => writer.Write(Weights[number]));
        numbers.FindAll(number => NamesRule(Weights[number])).ForEach(number => writer.Write(RuleOf[number]));
    }
}
