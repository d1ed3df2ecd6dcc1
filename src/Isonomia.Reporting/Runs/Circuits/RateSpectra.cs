using Isonomia.Numerics.Spectra;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>
/// The power spectrum of each population's rate, beside that of as many independent Poisson cells of the same rate: 2
/// rate / size at every frequency.
/// </summary>
internal static class RateSpectra
{
    private const double Left = 54;
    private const double Gap = 24;
    private const double Height = 120;
    private const int PerRow = 4;
    private const double Bin = 1e-3;
    private const double HighestShown = 300;

    public static void Write(MarkupWriter page, RunResult run, ShownPopulation[] all)
    {
        ShownPopulation[] shown = [.. ShownPopulation.Drawn(all).Where(p => p.Result!.SpikeTimes.Length > 0)];
        if (shown.Length == 0)
            return;
        Section.Open(page, "rhythm", "Rhythm of the population rates");
        var bin = Math.Max(Bin, run.Dt);
        var window = shown[0].Window;
        if (window / bin < 16)
        {
            page.Add($"<p>A run of {NumberText.Duration(run.Duration)} is too short for a spectrum of the rates.</p>");
            Section.Close(page);
            return;
        }

        var spectra = shown.Select(p => Of(p.Result!, bin, window)).ToArray();
        page.AddRaw("<figure>");
        var perRow = shown.Length <= 2 ? 2 : PerRow;
        var width = ((Figure.PageWidth - Left) / perRow) - Gap;
        for (var first = 0; first < shown.Length; first += perRow)
        {
            Figure.Open(page, Figure.PageWidth, Height + 24 + Plot.BottomRoom, "Power spectra of population rates");
            for (var p = first; p < Math.Min(shown.Length, first + perRow); p++)
            {
                var frame = new Frame(Left + ((p - first) * (width + Gap)), 20, width - 20, Height);
                Draw(page, shown[p], spectra[p], frame, p == first);
            }

            Figure.Close(page);
        }

        Legend.Write(page, new LegendEntry("neutral", LegendMark.Line, "independent Poisson cells of the same rate"));
        Section.Caption(page, "Power of the rate (Hz²/Hz).",
            $"Welch's method, windows of {NumberText.Significant(window)} s, bins "
            + $"of {NumberText.Significant(bin * 1e3)} ms. " + string.Join(' ', shown.Select(Words))
            + ShownPopulation.LeftOut(all));
        page.AddRaw("</figure>");
        Section.Close(page);
    }

    internal static PowerSpectrum Of(PopulationResult population, double bin, double window)
    {
        var length = (int)Math.Round(window / bin);
        return Welch.Estimate(RateTrace.Of(population, bin), 1 / bin, new WelchOptions(length, length / 2));
    }

    private static void Draw(MarkupWriter page, ShownPopulation population, PowerSpectrum spectrum, Frame frame,
        bool first)
    {
        var shown = spectrum.Slice(spectrum.Resolution / 2, HighestShown);
        var poisson = 2 * population.Result!.Rate / population.Model.Size;
        double[] positive = [.. shown.Density.Where(d => d > 0), poisson];
        var plot = new Plot(page, frame,
            LogScale.Over(shown.Frequencies[0], shown.Frequencies[^1], frame.Left, frame.Right),
            LogScale.Over(positive.Min(), positive.Max(), frame.Bottom, frame.Top));
        plot.Axes("frequency (Hz)", first ? "power (Hz²/Hz)" : null, 4, 4);
        Figure.Label(page, frame.Left, 12, population.Name, $"paneltitle kname {population.Look}");
        plot.Line([plot.X.Low, plot.X.High], [poisson, poisson], "neutral");
        plot.Line(shown.Frequencies, shown.Density, $"kline {population.Look}");
        if (population.Rhythm.PeakFrequency is { IsDefined: true, Value: var frequency })
        {
            var at = Array.FindIndex(shown.Frequencies, f => f >= frequency - (spectrum.Resolution / 2));
            var power = shown.Density[at];
            plot.Note(frequency, power, NumberText.Significant(frequency), "tick mid peaklabel", 0, -4);
        }
    }

    private static string Words(ShownPopulation population) =>
        population.Rhythm is { PeakFrequency.IsDefined: true } rhythm
            ? $"{population.Name}: peak at {NumberText.Significant(rhythm.PeakFrequency.Value)} Hz, "
                + $"{NumberText.Significant(rhythm.PeakOverPoisson.Value, 2)} times the power of independent cells."
            : $"{population.Name}: {population.Rhythm.PeakFrequency.Why}.";
}
