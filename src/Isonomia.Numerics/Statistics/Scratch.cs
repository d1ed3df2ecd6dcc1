using System.Buffers;

namespace Isonomia.Numerics.Statistics;

/// <summary>A borrowed array of doubles, given back on disposal.</summary>
internal readonly ref struct Scratch
{
    private readonly double[] rented;

    public Scratch(int length)
    {
        rented = ArrayPool<double>.Shared.Rent(length);
        Span = rented.AsSpan(0, length);
    }

    public Span<double> Span { get; }

    public void Dispose() => ArrayPool<double>.Shared.Return(rented);
}
