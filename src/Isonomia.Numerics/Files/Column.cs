using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Isonomia.Numerics.Files;

/// <summary>
/// Numbers in a row that need not all be in memory at once: an array, or what was recorded on disk. Read from beginning to
/// end they take a buffer, however many there are.
/// </summary>
/// <typeparam name="T">What the numbers are.</typeparam>
[SuppressMessage("Naming", "CA1710", Justification = "A column of a table, not a collection that is changed.")]
[CollectionBuilder(typeof(Columns), nameof(Columns.Of))]
public abstract class Column<T> : IReadOnlyCollection<T>
    where T : unmanaged
{
    /// <summary>Numbers that are read at once.</summary>
    protected const int Piece = 1 << 13;

    /// <summary>How many there are.</summary>
    public abstract int Length { get; }

    /// <inheritdoc/>
    int IReadOnlyCollection<T>.Count => Length;

    /// <summary>One of the numbers; many are quicker read in order.</summary>
    /// <param name="index">Its place, from 0.</param>
    public T this[int index]
    {
        get
        {
            var number = default(T);
            Read(index, new Span<T>(ref number));
            return number;
        }
    }

    /// <summary>The numbers of an array, which is not copied.</summary>
    public static implicit operator Column<T>(T[] numbers) => Columns.From(numbers);

    /// <summary>Copies some of the numbers.</summary>
    /// <param name="first">The place of the first.</param>
    /// <param name="into">Where they go, and how many.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    /// <exception cref="IOException">They cannot be read.</exception>
    public abstract void Read(int first, Span<T> into);

    /// <summary>All numbers from some place on, a few thousand at a time; a piece is valid until the next.</summary>
    /// <param name="first">The place of the first.</param>
    public IEnumerable<ReadOnlyMemory<T>> Pieces(int first = 0)
    {
        var buffer = new T[Math.Max(0, Math.Min(Piece, Length - first))];
        for (var at = first; at < Length; at += buffer.Length)
        {
            var piece = buffer.AsMemory(0, Math.Min(buffer.Length, Length - at));
            Read(at, piece.Span);
            yield return piece;
        }
    }

    /// <summary>Other numbers, each made of one of these when it is asked for.</summary>
    /// <typeparam name="TOther">What they are.</typeparam>
    /// <param name="make">How they are made.</param>
    public Column<TOther> Map<TOther>(Func<T, TOther> make)
        where TOther : unmanaged => new MappedColumn<T, TOther>(this, make);

    /// <summary>All of them in memory.</summary>
    public T[] ToArray()
    {
        var all = new T[Length];
        Read(0, all);
        return all;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        foreach (var piece in Pieces())
        {
            for (var i = 0; i < piece.Length; i++)
                yield return piece.Span[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
