namespace Isonomia.Numerics.Files;

/// <summary>Numbers that are made of those of another column when they are read.</summary>
internal sealed class MappedColumn<TFrom, T>(Column<TFrom> from, Func<TFrom, T> make) : Column<T>
    where TFrom : unmanaged
    where T : unmanaged
{
    public override int Length => from.Length;

    public override void Read(int first, Span<T> into)
    {
        var buffer = new TFrom[Math.Min(Piece, into.Length)];
        for (var done = 0; done < into.Length; done += buffer.Length)
        {
            var piece = buffer.AsSpan(0, Math.Min(buffer.Length, into.Length - done));
            from.Read(first + done, piece);
            for (var i = 0; i < piece.Length; i++)
                into[done + i] = make(piece[i]);
        }
    }
}
