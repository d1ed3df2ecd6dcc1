using System.Runtime.Intrinsics;

namespace Isonomia.Inference.Corticothalamic.Kernels;

/// <summary>
/// One spatial mode of the linearised field in time, at eight places side by side (one vector lane each, with noise of
/// its own). Heun's method with additive noise; conduction delays read a ring of past values, linearly between steps.
/// Gains enter in products alone, so G_es is taken as 1 and G_sr as -1. Layout: eight states in registers, two rings of
/// vectors. Cost: some 120 operations on vectors a step.
/// </summary>
internal sealed class FieldModeSteps
{
    public const int Lanes = 8;
    private readonly double dt;
    private readonly CorticothalamicGains gains;
    private readonly double stiffness;
    private readonly double kick;
    private readonly Vector512<double>[] pastField;
    private readonly Vector512<double>[] pastRelay;
    private readonly int whole;
    private readonly double part;
    private State now;
    private int at;

    /// <summary>A mode at rest.</summary>
    /// <param name="gains">The gains and times.</param>
    /// <param name="squaredWaveNumber">(k r_e)^2.</param>
    /// <param name="dt">The time step in seconds.</param>
    public FieldModeSteps(CorticothalamicGains gains, double squaredWaveNumber, double dt)
    {
        (this.gains, this.dt, stiffness) = (gains, dt, 1 + squaredWaveNumber);
        kick = gains.Alpha * Math.Sqrt(dt);
        var steps = gains.Delay / 2 / dt;
        (whole, part) = ((int)steps, steps - (int)steps);
        pastField = new Vector512<double>[whole + 2];
        pastRelay = new Vector512<double>[whole + 2];
    }

    /// <summary>Goes on by a step.</summary>
    /// <param name="noise">Standard normal, one a lane.</param>
    /// <returns>phi_e.</returns>
    public Vector512<double> Step(Vector512<double> noise)
    {
        // The ring holds the last whole + 2 values, the newest at `at`.
        pastField[at] = now.Field;
        pastRelay[at] = now.Relay;
        var first = Slope(now, Delayed(pastField, 0), Delayed(pastRelay, 0));
        var guess = now.Plus(first, dt);
        guess.RelayInner += noise * kick;
        var second = Slope(guess, Delayed(pastField, 1), Delayed(pastRelay, 1));
        now = now.Plus(first, dt / 2).Plus(second, dt / 2);
        now.RelayInner += noise * kick;
        at = at + 1 == pastField.Length ? 0 : at + 1;
        return now.Field;
    }

    // The value half a loop ago, seen from the start of the step or from its end.
    private Vector512<double> Delayed(Vector512<double>[] ring, int ahead)
    {
        var late = at - whole + ahead;
        var early = late - 1;
        if (late < 0)
            late += ring.Length;
        if (early < 0)
            early += ring.Length;
        return (ring[late] * (1 - part)) + (ring[early] * part);
    }

    private State Slope(State s, Vector512<double> field, Vector512<double> relay)
    {
        var (alpha, beta) = (gains.Alpha, gains.Beta);
        return new State
        {
            Field = s.Speed,
            Speed = ((s.Cortex - (s.Field * stiffness)) * (CorticalSheet.Damping * CorticalSheet.Damping))
                - (s.Speed * (2 * CorticalSheet.Damping)),
            CortexInner = ((s.Field * gains.Ee) + (s.Cortex * gains.Ei) + relay - s.CortexInner) * alpha,
            Cortex = (s.CortexInner - s.Cortex) * beta,
            ReticularInner = ((field * -gains.Esre) + (s.Relay * -gains.Srs) - s.ReticularInner) * alpha,
            Reticular = (s.ReticularInner - s.Reticular) * beta,
            RelayInner = ((field * gains.Ese) - s.Reticular - s.RelayInner) * alpha,
            Relay = (s.RelayInner - s.Relay) * beta,
        };
    }

    private struct State
    {
        public Vector512<double> Field, Speed, CortexInner, Cortex, ReticularInner, Reticular, RelayInner, Relay;

        public readonly State Plus(State slope, double by) => new()
        {
            Field = Field + (slope.Field * by),
            Speed = Speed + (slope.Speed * by),
            CortexInner = CortexInner + (slope.CortexInner * by),
            Cortex = Cortex + (slope.Cortex * by),
            ReticularInner = ReticularInner + (slope.ReticularInner * by),
            Reticular = Reticular + (slope.Reticular * by),
            RelayInner = RelayInner + (slope.RelayInner * by),
            Relay = Relay + (slope.Relay * by),
        };
    }
}
