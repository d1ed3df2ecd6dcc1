using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Criticality.Avalanches;
using Isonomia.Measurement.Biomarkers.Criticality.Branching;
using Isonomia.Measurement.Biomarkers.Spikes;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Random;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;

namespace Isonomia.Reporting.Tests.Sections;

/// <summary>What the report draws of avalanches and of branching, of spikes of a branching process.</summary>
public class CriticalityFigureTests
{
    private static readonly SpikeAnalysis population = Branching();

    [Fact]
    public void Avalanches_are_drawn_with_both_exponents()
    {
        var result = (AvalancheResult)new AvalancheBiomarker().Measure(population);
        var html = Drawn(page => AvalancheFigure.Write(page, result));
        Assert.Contains($"exponent {result.Size.Exponent.Value:0.00}", html);
        Assert.Contains($"exponent {result.Duration.Exponent.Value:0.00}", html);
        Assert.Equal(2, html.Split("class=\"model\"").Length - 1);
        Assert.DoesNotContain("NaN", html);
    }

    [Fact]
    public void Slopes_are_drawn_with_their_decay()
    {
        var html = Drawn(page => BranchingFigure.Write(page, (BranchingResult)new BranchingBiomarker().Measure(population)));
        Assert.Contains("class=\"dots\"", html);
        Assert.Contains("class=\"model\"", html);
        Assert.DoesNotContain("NaN", html);
    }

    [Fact]
    public void Where_there_is_nothing_nothing_is_drawn()
    {
        var silent = new SpikeAnalysis("all", [new SpikeTrain("1", [])], 10, new MeasureSettings(BiomarkerLibrary.Settings));
        Assert.Empty(Drawn(page => AvalancheFigure.Write(page, (AvalancheResult)new AvalancheBiomarker().Measure(silent))));
        Assert.Empty(Drawn(page => BranchingFigure.Write(page, (BranchingResult)new BranchingBiomarker().Measure(silent))));
    }

    private static string Drawn(Action<MarkupWriter> draw)
    {
        var page = new MarkupWriter();
        draw(page);
        using var stream = new MemoryStream();
        page.CopyTo(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    // Steps of 4 ms, 0.9 events after each and a few from nowhere.
    private static SpikeAnalysis Branching()
    {
        var random = new RandomStream(1, "branching figure");
        var (times, active) = (new List<double>(), 0L);
        for (var t = 0; t < 20_000; t++)
        {
            active = random.Poisson((0.9 * active) + 0.05);
            for (var n = 0L; n < active; n++)
                times.Add((t + 0.5) * 0.004);
        }

        return new SpikeAnalysis("all", [new SpikeTrain("1", [.. times])], 80,
            new MeasureSettings(BiomarkerLibrary.Settings).With("avalanches.bin", "4ms").With("avalanches.samples", "0"));
    }
}
