namespace NewsSite.Comments.PostingRules.Weighing;

/// <summary>
/// The weigher's weights, of which most are 0. In a file: four numbers, then for each weight its distance from the one before, in sevens of bits, and a byte with the weight and the rule.
/// </summary>
internal sealed record WeightTable(sbyte[] Weights, byte[] RuleOf, double Scale, double Bias, Together Together)
{
    public const int Rules = 8, MostWeight = 7;

    public static WeightTable Read(Stream file)
    {
        using var reader = new BinaryReader(file);
        var (scale, bias, together) = (reader.ReadSingle(), reader.ReadSingle(), new Together(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle()));
        var (weights, rules) = (new sbyte[Traits.Count], new byte[Traits.Count]);
        var number = 0;
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            number += reader.Read7BitEncodedInt();
            var both = reader.ReadByte();
            (weights[number], rules[number]) = ((sbyte)((both & 15) - MostWeight), (byte)(both >> 4));
        }
        return new(weights, rules, scale, bias, together);
    }

    public void Write(Stream file)
    {
        using var writer = new BinaryWriter(file, System.Text.Encoding.UTF8, leaveOpen: true);
        foreach (var number in new[] { Scale, Bias, Together.Start, Together.PerOdds, Together.PerLikeness })
        {
            writer.Write((float)number);
        }
        var numbers = Enumerable.Range(0, Weights.Length).Where(number => Weights[number] != 0).ToList();
        writer.Write(numbers.Count);
        var last = 0;
        foreach (var number in numbers)
        {
            writer.Write7BitEncodedInt(number - last);
            writer.Write((byte)(Weights[number] + MostWeight | RuleOf[number] << 4));
            last = number;
        }
    }
}
