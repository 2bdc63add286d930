namespace NewsSite.Import;

/// <summary>A file of UTF-8 in which control characters are spaces: XML knows none, and WordPress writes those that it finds.</summary>
internal sealed class WithoutControls(Stream file) : Stream
{
    // What is written in two bytes a letter is full of zeros, and begins with a mark.
    private bool? isUtf16;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = file.Read(buffer);
        isUtf16 ??= read > 0 && buffer[0] is 0xFE or 0xFF;
        if (isUtf16 == false)
        {
            foreach (ref var one in buffer[..read])
            {
                one = one < ' ' && one is not ((byte)'\t' or (byte)'\n' or (byte)'\r') ? (byte)' ' : one;
            }
        }
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
