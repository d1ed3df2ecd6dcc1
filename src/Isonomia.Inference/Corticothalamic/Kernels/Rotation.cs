using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Inference.Corticothalamic.Kernels;

/// <summary>
/// exp(i omega t) of equally spaced omega, eight at a time: each block is the last one turned by a constant angle. Over
/// the few dozen blocks of a spectrum rounding adds up to some 1e-15.
/// </summary>
internal struct Rotation
{
    private readonly ComplexLanes turn;
    private ComplexLanes current;

    /// <summary>Begins.</summary>
    /// <param name="first">The first lane.</param>
    /// <param name="step">How far each lane is turned against the one before it.</param>
    public Rotation(Turn first, Turn step)
    {
        Span<double> cosines = stackalloc double[8];
        Span<double> sines = stackalloc double[8];
        var lane = first;
        for (var i = 0; i < 8; i++)
        {
            (cosines[i], sines[i]) = (lane.Cos, lane.Sin);
            lane *= step;
        }

        current = new(Vector512.Create<double>(cosines), Vector512.Create<double>(sines));
        var eight = step.Twice.Twice.Twice;
        turn = new(Vector512.Create(eight.Cos), Vector512.Create(eight.Sin));
    }

    /// <summary>The next eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ComplexLanes Next()
    {
        var now = current;
        current = now * turn;
        return now;
    }
}
