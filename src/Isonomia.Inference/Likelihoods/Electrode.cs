using Isonomia.Inference.Likelihoods.Kernels;
using Isonomia.Inference.Models;

namespace Isonomia.Inference.Likelihoods;

/// <summary>
/// What an electrode makes of a model's spectrum: muscle is added, and the estimator's window smears. Muscle has the
/// spectrum (f/f_E)^2/(1 + (f/f_E)^2)^2, f_E = 40 Hz (Rowe et al. 2004, J Theor Biol 231:413), and the power A_EMG as a
/// multiple of the brain's, both taken over the observed frequencies.
/// </summary>
/// <param name="grid">The frequencies observed, and a neighbour on either side.</param>
public sealed class Electrode(FrequencyGrid grid)
{
    private const double MuscleHz = 40;
    private const double SideShare = (1 - ObservedSpectrum.OwnShare) / 2;

    private readonly double[] muscle = Shapes(grid);

    // One more on either side than the grid.
    private readonly double[] whole = new double[grid.Count + 2];

    /// <summary>The muscle's power, as a parameter: nothing to as much as the brain's.</summary>
    public static ModelParameter MuscleParameter { get; } = new("A_EMG", "", 0, 1,
        "power of muscle, as a multiple of the brain's over the observed frequencies",
        "limits of Abeysuriya and Robinson 2016; form of Rowe et al. 2004, J Theor Biol 231:413");

    /// <summary>The expected periodogram at each observed frequency.</summary>
    /// <param name="brain">The model's spectrum on the grid.</param>
    /// <param name="amplitude">A_EMG.</param>
    /// <param name="seen">Receives two fewer than the grid has.</param>
    public void See(ReadOnlySpan<double> brain, double amplitude, Span<double> seen)
    {
        ElectrodeKernel.Mix(brain, muscle, amplitude * Mean(brain), whole.AsSpan(1));
        ElectrodeKernel.Smear(whole.AsSpan(1, brain.Length), ObservedSpectrum.OwnShare, SideShare, seen);
    }

    /// <summary>Turns slopes by what is seen into slopes by the model's spectrum and by A_EMG.</summary>
    /// <param name="brain">As it was seen.</param>
    /// <param name="amplitude">As it was seen.</param>
    /// <param name="slopes">By each observed frequency.</param>
    /// <param name="bySpectrum">Receives those by the spectrum on the grid.</param>
    public double Pull(
        ReadOnlySpan<double> brain, double amplitude, ReadOnlySpan<double> slopes, Span<double> bySpectrum)
    {
        // With zeros around, what smears is its own transpose.
        whole.AsSpan().Clear();
        slopes.CopyTo(whole.AsSpan(2));
        ElectrodeKernel.Smear(whole, ObservedSpectrum.OwnShare, SideShare, bySpectrum);
        var byLevel = ElectrodeKernel.Dot(bySpectrum, muscle);
        var each = amplitude * byLevel / slopes.Length;
        for (var i = 1; i <= slopes.Length; i++)
            bySpectrum[i] += each;
        return byLevel * Mean(brain);
    }

    /// <summary>Muscle's power at any frequency, where its mean over the observed ones is 1.</summary>
    /// <param name="hertz">The frequency.</param>
    public double Muscle(double hertz) => Shape(hertz) * muscle[1] / Shape(grid[1]);

    /// <summary>The mean over the observed frequencies of a spectrum on the grid.</summary>
    /// <param name="spectrum">With a neighbour on either side.</param>
    public static double Mean(ReadOnlySpan<double> spectrum)
    {
        return ElectrodeKernel.Sum(spectrum[1..^1]) / (spectrum.Length - 2);
    }

    private static double[] Shapes(FrequencyGrid grid)
    {
        var shapes = grid.ToArray().Select(Shape).ToArray();
        var mean = Mean(shapes);
        return [.. shapes.Select(power => power / mean)];
    }

    private static double Shape(double hertz)
    {
        var squared = hertz * hertz / (MuscleHz * MuscleHz);
        return squared / ((1 + squared) * (1 + squared));
    }
}
