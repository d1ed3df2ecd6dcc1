using System.Collections.Concurrent;

namespace Isonomia.Numerics.Spectra;

/// <summary>
/// Keeps what was computed for a length: for short lengths for good; of long ones, whose tables are large, the last
/// few, and any others for as long as somebody holds them.
/// </summary>
internal sealed class LengthCache<T>(Func<int, T> make)
    where T : class
{
    private const int LongestKept = 1 << 14;
    private const int LongRemembered = 4;

    private readonly ConcurrentDictionary<int, T> kept = new();
    private readonly ConcurrentDictionary<int, WeakReference<T>> held = new();
    private readonly T?[] recent = new T?[LongRemembered];
    private int turn;

    public T Of(int n)
    {
        if (n <= LongestKept)
            return kept.GetOrAdd(n, make);
        if (held.TryGetValue(n, out var reference) && reference.TryGetTarget(out var alive))
            return alive;
        // Two threads may both make one; either serves.
        var made = make(n);
        held[n] = new WeakReference<T>(made);
        recent[(uint)Interlocked.Increment(ref turn) % LongRemembered] = made;
        return made;
    }
}
