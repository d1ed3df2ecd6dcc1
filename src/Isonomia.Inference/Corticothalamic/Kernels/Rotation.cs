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
    /// <param name="first">omega t of the first lane.</param>
    /// <param name="step">How much it grows from lane to lane.</param>
    public Rotation(double first, double step)
    {
        Span<double> cosines = stackalloc double[8];
        Span<double> sines = stackalloc double[8];
        var (sin, cos) = Math.SinCos(step);
        (sines[0], cosines[0]) = Math.SinCos(first);
        for (var i = 1; i < 8; i++)
        {
            cosines[i] = (cosines[i - 1] * cos) - (sines[i - 1] * sin);
            sines[i] = (cosines[i - 1] * sin) + (sines[i - 1] * cos);
        }

        current = new(Vector512.Create<double>(cosines), Vector512.Create<double>(sines));
        (sin, cos) = Math.SinCos(8 * step);
        turn = new(Vector512.Create(cos), Vector512.Create(sin));
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
