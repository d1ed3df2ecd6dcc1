using Isonomia.Simulation.Populations;

namespace Isonomia.Simulation.Fields.Forward;

/// <summary>
/// Makes BOLD of regions while they run, so that minutes of activity need not be kept: activity is read every millisecond
/// and averaged over five, which is one step of the vessels, whose time constants are a second and more.
/// </summary>
internal sealed class BoldObserver
{
    private const double VesselStep = 5e-3;
    private const int Readings = 5;
    private readonly BoldSettings settings;
    private readonly Probe probe;
    private readonly Balloon balloon;
    private readonly double dt;
    private readonly int vesselSteps, readingSteps, imageSteps;
    private readonly double[] sum;
    private readonly List<double> times = [], values = [];
    private int read;

    public BoldObserver(BoldSettings settings, Probe probe, int regions, double dt)
    {
        (this.settings, this.probe, this.dt) = (settings, probe, dt);
        readingSteps = Math.Max(1, (int)Math.Round(VesselStep / Readings / dt));
        vesselSteps = readingSteps * Math.Max(1, (int)Math.Round(VesselStep / (readingSteps * dt)));
        imageSteps = vesselSteps * Math.Max(1, (int)Math.Round(settings.RepetitionTime / (vesselSteps * dt)));
        balloon = new Balloon(settings.Haemodynamics, regions);
        sum = new double[regions];
    }

    /// <summary>Sees the regions before a step.</summary>
    /// <exception cref="HaemodynamicException">Blood flow would stop.</exception>
    public void Observe(long step)
    {
        if (step > 0 && step % vesselSteps == 0)
            Flow(step);
        if (step % readingSteps != 0)
            return;
        probe.Evaluate(step);
        var now = probe.Numbers<double>(0);
        for (var i = 0; i < sum.Length; i++)
            sum[i] += now[i];
        read++;
    }

    public BoldRecord Record() => new(settings.Activity, balloon.Regions, [.. times], [.. values]);

    private void Flow(long step)
    {
        for (var i = 0; i < sum.Length; i++)
            sum[i] /= read;
        if (balloon.Step(sum, vesselSteps * dt) is >= 0 and var stopped)
            throw new HaemodynamicException(settings.Activity, stopped + 1, step * dt);
        Array.Clear(sum);
        read = 0;
        if (step % imageSteps != 0)
            return;
        times.Add(step * dt);
        for (var i = 0; i < balloon.Regions; i++)
            values.Add(balloon.Signal(i));
    }
}
