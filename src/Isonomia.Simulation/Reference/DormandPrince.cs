using Isonomia.Modeling.Integration;

namespace Isonomia.Simulation.Reference;

/// <summary>
/// The adaptive Runge-Kutta pair of orders 5 and 4 of Dormand and Prince (1980, doi:10.1016/0771-050X(80)90013-3) with
/// the step control (PI) and the dense output of order 4 of Hairer, Nørsett and Wanner (Solving Ordinary Differential
/// Equations I, sections II.5 and II.6), in double precision: the reference against which fixed steps are held. Each
/// state's error in a step is kept below the tolerance times the largest magnitude that the state has had so far, so
/// that volts and amperes need no tolerances of their own.
/// </summary>
public sealed class DormandPrince
{
    // The PI control's exponents and limits (Hairer's DOPRI5).
    private const double Beta = 0.04;
    private const double Exponent = 0.2 - (0.75 * Beta);
    private const double Safety = 0.9;
    private const double Shrink = 0.2;
    private const double Grow = 10;

    // A jump of the equations at an unknown time is crossed by a few steps as short as time can be told apart; a
    // solution that goes to infinity would need them for ever.
    private const double Shortest = 1e-15;
    private const int ShortestSteps = 10;

    private readonly RightSide rightSide;
    private readonly double tolerance;
    private readonly double[] start;
    private readonly double[] state;
    private readonly double[] trial;
    private readonly double[] scale;
    private readonly double[] bend;
    private readonly double[][] slopes;
    private double size;
    private double lastError = 1e-4;
    private bool fresh;
    private int shortest;

    /// <summary>An integrator that has yet to be started.</summary>
    /// <param name="rightSide">The equations.</param>
    /// <param name="states">How many there are.</param>
    /// <param name="tolerance">Error of a step relative to the largest magnitude of the state so far.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is not between 1e-14 and 0.1.</exception>
    public DormandPrince(RightSide rightSide, int states, double tolerance = 1e-10)
    {
        ArgumentNullException.ThrowIfNull(rightSide);
        ArgumentOutOfRangeException.ThrowIfLessThan(tolerance, 1e-14);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tolerance, 0.1);
        (this.rightSide, this.tolerance) = (rightSide, tolerance);
        (start, state, trial) = (new double[states], new double[states], new double[states]);
        (scale, bend) = (new double[states], new double[states]);
        slopes = [.. Enumerable.Range(0, 7).Select(_ => new double[states])];
    }

    /// <summary>The time reached.</summary>
    public double Time { get; private set; }

    /// <summary>Where the last step began; <see cref="At"/> answers from here to <see cref="Time"/>.</summary>
    public double StepStart { get; private set; }

    /// <summary>The state reached.</summary>
    public ReadOnlySpan<double> State => state;

    /// <summary>The longest step allowed; infinite unless set.</summary>
    public double LongestStep { get; set; } = double.PositiveInfinity;

    /// <summary>How many steps were taken, those that were too long included.</summary>
    public long Steps { get; private set; }

    /// <summary>Begins, or goes on behind a jump of the state or of the equations.</summary>
    /// <param name="time">The time.</param>
    /// <param name="from">The state at that time.</param>
    public void Restart(double time, ReadOnlySpan<double> from)
    {
        (Time, StepStart, fresh) = (time, time, true);
        from.CopyTo(state);
        from.CopyTo(start);
    }

    /// <summary>Takes one step of a length that keeps the tolerance, not beyond a time.</summary>
    /// <param name="limit">The time not to step over.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit does not lie ahead.</exception>
    /// <exception cref="IntegrationException">No step is short enough: the solution goes to infinity.</exception>
    public void Step(double limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, Time);
        if (fresh)
            Begin(limit);
        else
            (slopes[0], slopes[6]) = (slopes[6], slopes[0]);
        StepStart = Time;
        state.CopyTo(start.AsSpan());
        for (var rejected = false; ; rejected = true)
        {
            // A last piece that is hardly longer is taken whole, a short rest is not left over.
            var longest = Math.Min(size, LongestStep);
            var whole = limit - Time;
            var used = whole <= longest * 1.01 ? whole : whole < 2 * longest ? whole / 2 : longest;
            var error = Attempt(used);
            Steps++;
            // Written so that a step of NaN, which a slope of NaN at the start leads to, counts as the shortest.
            var isShortest = !(used > Shortest * Math.Max(Math.Abs(Time), Math.Abs(limit)));
            if (error <= 1 || (isShortest && double.IsFinite(error) && ++shortest <= ShortestSteps))
            {
                if (error <= 1)
                    shortest = 0;
                var factor = Math.Pow(error, Exponent) / Math.Pow(lastError, Beta) / Safety;
                size = used / Math.Clamp(factor, 1 / (rejected ? 1 : Grow), error <= 1 ? 1 / Shrink : 1);
                lastError = Math.Clamp(error, 1e-4, 1);
                Time = used == whole ? limit : Time + used;
                trial.CopyTo(state.AsSpan());
                return;
            }

            if (isShortest)
                throw new IntegrationException($"the solution goes to infinity at t = {Time:R} s");
            size = Math.Max(
                double.IsFinite(error) ? used / Math.Min(1 / Shrink, Math.Pow(error, Exponent) / Safety) : used * Shrink,
                Shortest * Math.Max(Math.Abs(Time), Math.Abs(limit)));
        }
    }

    /// <summary>The state within the last step, by the dense output.</summary>
    /// <param name="time">A time from <see cref="StepStart"/> to <see cref="Time"/>.</param>
    /// <param name="into">Receives the state.</param>
    public void At(double time, Span<double> into)
    {
        var h = Time - StepStart;
        var part = h == 0 ? 1 : (time - StepStart) / h;
        var rest = 1 - part;
        for (var i = 0; i < state.Length; i++)
        {
            var rise = state[i] - start[i];
            var left = (h * slopes[0][i]) - rise;
            var right = rise - (h * slopes[6][i]) - left;
            into[i] = start[i] + (part * (rise + (rest * (left + (part * (right + (rest * h * bend[i])))))));
        }
    }

    /// <summary>
    /// Takes the last step again, shorter, so that it ends at a time: the state there has the order of the steps, which
    /// is one above that of the dense output.
    /// </summary>
    /// <param name="time">A time behind <see cref="StepStart"/>, at most the time first reached.</param>
    public void EndStepAt(double time)
    {
        Attempt(time - StepStart);
        Time = time;
        trial.CopyTo(state.AsSpan());
    }

    // One step of all seven slopes from the start; returns its error in units of the tolerance.
    private double Attempt(double h)
    {
        var (k1, k2, k3, k4, k5, k6, k7) =
            (slopes[0], slopes[1], slopes[2], slopes[3], slopes[4], slopes[5], slopes[6]);
        for (var i = 0; i < trial.Length; i++)
            trial[i] = start[i] + (h * k1[i] / 5);
        rightSide(StepStart + (h / 5), trial, k2);
        for (var i = 0; i < trial.Length; i++)
            trial[i] = start[i] + (h * ((3 * k1[i]) + (9 * k2[i])) / 40);
        rightSide(StepStart + (h * 3 / 10), trial, k3);
        for (var i = 0; i < trial.Length; i++)
            trial[i] = start[i] + (h * ((44.0 / 45 * k1[i]) - (56.0 / 15 * k2[i]) + (32.0 / 9 * k3[i])));
        rightSide(StepStart + (h * 4 / 5), trial, k4);
        for (var i = 0; i < trial.Length; i++)
        {
            trial[i] = start[i] + (h * ((19372.0 / 6561 * k1[i]) - (25360.0 / 2187 * k2[i])
                + (64448.0 / 6561 * k3[i]) - (212.0 / 729 * k4[i])));
        }

        rightSide(StepStart + (h * 8 / 9), trial, k5);
        for (var i = 0; i < trial.Length; i++)
        {
            trial[i] = start[i] + (h * ((9017.0 / 3168 * k1[i]) - (355.0 / 33 * k2[i])
                + (46732.0 / 5247 * k3[i]) + (49.0 / 176 * k4[i]) - (5103.0 / 18656 * k5[i])));
        }

        rightSide(StepStart + h, trial, k6);
        for (var i = 0; i < trial.Length; i++)
        {
            trial[i] = start[i] + (h * ((35.0 / 384 * k1[i]) + (500.0 / 1113 * k3[i]) + (125.0 / 192 * k4[i])
                - (2187.0 / 6784 * k5[i]) + (11.0 / 84 * k6[i])));
        }

        rightSide(StepStart + h, trial, k7);
        var largest = 0.0;
        for (var i = 0; i < trial.Length; i++)
        {
            var error = h * ((71.0 / 57600 * k1[i]) - (71.0 / 16695 * k3[i]) + (71.0 / 1920 * k4[i])
                - (17253.0 / 339200 * k5[i]) + (22.0 / 525 * k6[i]) - (k7[i] / 40));
            if (!double.IsFinite(error) || !double.IsFinite(trial[i]))
                return double.PositiveInfinity;
            bend[i] = (-12715105075.0 / 11282082432 * k1[i]) + (87487479700.0 / 32700410799 * k3[i])
                - (10690763975.0 / 1880347072 * k4[i]) + (701980252875.0 / 199316789632 * k5[i])
                - (1453857185.0 / 822651844 * k6[i]) + (69997945.0 / 29380423 * k7[i]);
            scale[i] = Math.Max(scale[i], Math.Abs(start[i]));
            var allowed = tolerance * Math.Max(scale[i], Math.Abs(trial[i]));
            largest = Math.Max(largest, error == 0 ? 0 : Math.Abs(error) / allowed);
        }

        return Math.Max(largest, 1e-10);
    }

    // The first step's slope and a guess of its length: a hundredth of the time in which the states would double.
    private void Begin(double limit)
    {
        fresh = false;
        rightSide(Time, state, slopes[0]);
        var guess = (limit - Time) / 10;
        for (var i = 0; i < state.Length; i++)
        {
            scale[i] = Math.Max(scale[i], Math.Abs(state[i]));
            if (slopes[0][i] != 0 && scale[i] > 0)
                guess = Math.Min(guess, 0.01 * scale[i] / Math.Abs(slopes[0][i]));
        }

        size = Math.Max(guess, 1e-13 * Math.Max(Math.Abs(Time), Math.Abs(limit)));
        lastError = 1e-4;
    }
}
