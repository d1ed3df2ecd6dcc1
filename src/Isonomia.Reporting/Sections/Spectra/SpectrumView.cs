namespace Isonomia.Reporting.Sections.Spectra;

/// <summary>One channel's spectrum and what was fitted to it, ready to be drawn.</summary>
/// <param name="Channel">Its name.</param>
/// <param name="Group">Its type and unit in words; spectra of one group share their axes.</param>
/// <param name="Frequencies">Frequencies of the spectrum, in Hz, ascending.</param>
/// <param name="Power">Power density there, in <paramref name="Unit"/>.</param>
/// <param name="Unit">The unit, as <c>uV^2/Hz</c>.</param>
internal sealed record SpectrumView(
    string Channel, string Group, double[] Frequencies, double[] Power, string Unit)
{
    /// <summary>The lower end of the power's confidence interval; empty where there is none.</summary>
    public double[] Low { get; init; } = [];

    /// <summary>The upper end.</summary>
    public double[] High { get; init; } = [];

    /// <summary>Frequencies at which the fit is given; empty where there is none.</summary>
    public double[] FitFrequencies { get; init; } = [];

    /// <summary>The aperiodic component there.</summary>
    public double[] Aperiodic { get; init; } = [];

    /// <summary>The whole model there.</summary>
    public double[] Model { get; init; } = [];

    /// <summary>The peaks that were fitted.</summary>
    public IReadOnlyList<SpectrumPeak> Peaks { get; init; } = [];

    /// <summary>The exponent; NaN where there is none.</summary>
    public double Exponent { get; init; } = double.NaN;

    /// <summary>What is said of the fit beside the drawing.</summary>
    public string Words { get; init; } = "";

    /// <summary>
    /// The largest peak between two frequencies, above the aperiodic component; zero where there is none.
    /// </summary>
    public double PeakWithin(double low, double high) => Peaks
        .Where(p => p.Frequency >= low && p.Frequency <= high).Select(p => p.Height).DefaultIfEmpty(0).Max();
}
