namespace Isonomia.Numerics.Random;

public sealed partial class RandomStream
{
    /// <summary>A whole number from 0 to <paramref name="count"/> - 1, each exactly as likely (Lemire 2019, ACM
    /// TOMACS 29:3, doi:10.1145/3230636).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    public long Below(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var at = position;
        return (long)Scale(Bits(), (ulong)count, at);
    }

    /// <inheritdoc cref="Below(long)"/>
    public int Below(int count) => (int)Below((long)count);

    /// <summary>Fills with what repeated <see cref="Below(int)"/> would give.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    public void FillBelow(Span<int> destination, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        Span<ulong> words = stackalloc ulong[256];
        for (var done = 0; done < destination.Length; done += words.Length)
        {
            var chunk = destination[done..Math.Min(done + words.Length, destination.Length)];
            space.Words(position, words[..chunk.Length]);
            for (var i = 0; i < chunk.Length; i++)
                chunk[i] = (int)Scale(words[i], (ulong)count, position + i);
            position += chunk.Length;
        }
    }

    /// <summary>Puts the items in random order, every order equally likely (Fisher-Yates); takes one position an
    /// item, less one.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    /// <summary>The numbers 0 to <paramref name="count"/> - 1 in random order.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public int[] Permutation(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var order = new int[count];
        for (var i = 0; i < count; i++)
            order[i] = i;
        Shuffle(order.AsSpan());
        return order;
    }

    private ulong Scale(ulong word, ulong count, long at)
    {
        var high = Math.BigMul(word, count, out var low);
        if (low >= count)
            return high;
        var excess = unchecked(0 - count) % count;
        for (var depth = 1; low < excess; depth++)
            high = Math.BigMul(space.Block(at, depth).Low, count, out low);
        return high;
    }
}
