namespace Isonomia.Simulation.Fields.Forward;

/// <summary>
/// The vessels of regions: from neural activity, held over a step, to the BOLD signal, by Runge-Kutta's fourth order.
/// At the beginning all are at rest.
/// </summary>
public sealed class Balloon
{
    private readonly Haemodynamics constants;
    private readonly double[] signal, flow, volume, deoxygenated;

    /// <summary>Vessels at rest.</summary>
    /// <param name="constants">The constants.</param>
    /// <param name="regions">How many regions.</param>
    public Balloon(Haemodynamics constants, int regions)
    {
        ArgumentNullException.ThrowIfNull(constants);
        this.constants = constants;
        signal = new double[regions];
        (flow, volume, deoxygenated) = (Ones(regions), Ones(regions), Ones(regions));
    }

    /// <summary>The number of regions.</summary>
    public int Regions => signal.Length;

    /// <summary>Blood flow of a region, relative to rest.</summary>
    /// <param name="region">Which.</param>
    public double Flow(int region) => flow[region];

    /// <summary>The BOLD signal of a region: a relative change.</summary>
    /// <param name="region">Which.</param>
    public double Signal(int region)
    {
        var (v, q, rho) = (volume[region], deoxygenated[region], constants.Rho);
        return constants.V0 * ((7 * rho * (1 - q)) + (2 * (1 - (q / v))) + (((2 * rho) - 0.2) * (1 - v)));
    }

    /// <summary>Lets time pass.</summary>
    /// <param name="activity">The activity of each region during the step.</param>
    /// <param name="dt">The step in seconds.</param>
    /// <returns>The first region whose flow is no longer positive; -1 where all are.</returns>
    public int Step(ReadOnlySpan<double> activity, double dt)
    {
        for (var i = 0; i < signal.Length; i++)
        {
            var start = new Vessel(signal[i], flow[i], volume[i], deoxygenated[i]);
            var a = Slope(start, activity[i]);
            var b = Slope(start.Along(a, dt / 2), activity[i]);
            var c = Slope(start.Along(b, dt / 2), activity[i]);
            var d = Slope(start.Along(c, dt), activity[i]);
            var end = start.Along(a, dt / 6).Along(b, dt / 3).Along(c, dt / 3).Along(d, dt / 6);
            if (!(end.F > 0 && end.V > 0 && double.IsFinite(end.Q)))
                return i;
            (signal[i], flow[i], volume[i], deoxygenated[i]) = (end.S, end.F, end.V, end.Q);
        }

        return -1;
    }

    private Vessel Slope(Vessel x, double z)
    {
        var outflow = Math.Pow(x.V, 1 / constants.Alpha);
        var extracted = (1 - Math.Pow(1 - constants.Rho, 1 / x.F)) / constants.Rho;
        return new Vessel(
            z - (constants.Kappa * x.S) - (constants.Gamma * (x.F - 1)),
            x.S,
            (x.F - outflow) / constants.Tau,
            ((x.F * extracted) - (outflow * x.Q / x.V)) / constants.Tau);
    }

    private static double[] Ones(int count)
    {
        var ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }

    private readonly record struct Vessel(double S, double F, double V, double Q)
    {
        public Vessel Along(Vessel slope, double dt) =>
            new(S + (dt * slope.S), F + (dt * slope.F), V + (dt * slope.V), Q + (dt * slope.Q));
    }
}
