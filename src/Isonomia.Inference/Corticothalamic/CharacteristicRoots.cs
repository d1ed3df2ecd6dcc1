using System.Numerics;
using Isonomia.Inference.Models;

namespace Isonomia.Inference.Corticothalamic;

/// <summary>
/// The linear modes exp(s t) of the uniform corticothalamic field: roots s of
/// [(1 + s/gamma_e)^2 (p - G_ei) - G_ee](p^2 - G_srs) - exp(-s t0)(G_ese p + G_esre), p = (1 + s/alpha)(1 + s/beta),
/// which is d(omega) of Robinson et al. (2002) times p^3. Delay makes infinitely many; those that matter lie to the right.
/// </summary>
public static class CharacteristicRoots
{
    private const double HighestStartHz = 60;
    private const double StartStepHz = 2;
    private const int MostSteps = 60;
    private static readonly double[] StartsPerSecond = [0, -30, -120];

    /// <summary>The root farthest to the right, as margin, kind and frequency of the nearest instability.</summary>
    public static Stability Rightmost(CorticothalamicGains gains)
    {
        var best = new Complex(double.NegativeInfinity, 0);
        foreach (var real in StartsPerSecond)
        {
            // Starts farther to the left than a root that is known lead to that one, or to others left of it.
            if (real < 2 * best.Real && best.Real < 0)
                break;
            for (var hertz = 0.0; hertz <= HighestStartHz; hertz += StartStepHz)
            {
                if (Find(gains, new Complex(real, 2 * Math.PI * hertz)) is { } root && root.Real > best.Real)
                    best = root;
            }
        }

        // On the real axis runaway is possible too, however fast: d is negative at 0 if and only if X + Y > 1.
        if (gains.X + gains.Y > 1 && best.Real < 0)
            best = RunAway(gains);
        var turns = Math.Abs(best.Imaginary) > 1e-6 * (1 + Math.Abs(best.Real));
        return new Stability(-best.Real, turns ? Stability.Hopf : Stability.SaddleNode,
            turns ? Math.Abs(best.Imaginary) / (2 * Math.PI) : 0);
    }

    /// <summary>The characteristic function and its derivative by s.</summary>
    public static (Complex Value, Complex Slope) Function(CorticothalamicGains g, Complex s)
    {
        var (a, b) = (1 + (s / g.Alpha), 1 + (s / g.Beta));
        var (p, dp) = (a * b, (b / g.Alpha) + (a / g.Beta));
        var wave = 1 + (s / CorticalSheet.Damping);
        var (cortex, thalamus) = ((wave * wave * (p - g.Ei)) - g.Ee, (p * p) - g.Srs);
        var turn = Complex.Exp(-s * g.Delay);
        var loop = turn * ((g.Ese * p) + g.Esre);
        var dCortex = (2 / CorticalSheet.Damping * wave * (p - g.Ei)) + (wave * wave * dp);
        return ((cortex * thalamus) - loop,
            (dCortex * thalamus) + (cortex * 2 * p * dp) + (g.Delay * loop) - (turn * g.Ese * dp));
    }

    private static Complex? Find(CorticothalamicGains gains, Complex s)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var (value, slope) = Function(gains, s);
            var move = value / slope;
            if (!double.IsFinite(move.Real) || !double.IsFinite(move.Imaginary))
                return null;
            // A long step would leave for the far left, where roots abound.
            var length = move.Magnitude;
            s -= length > 100 ? move * (100 / length) : move;
            if (length < 1e-9 * (1 + s.Magnitude))
                return s;
            if (s.Real < -2000)
                return null;
        }

        return null;
    }

    private static Complex RunAway(CorticothalamicGains gains)
    {
        var (low, high) = (0.0, 1.0);
        while (Function(gains, high).Value.Real < 0)
            high *= 2;
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Function(gains, middle).Value.Real < 0 ? (middle, high) : (low, middle);
        }

        return high;
    }
}
