using System.Collections.Immutable;
using System.Numerics;
using Isonomia.Modeling.Fields;
using Isonomia.Modeling.Models;
using Isonomia.Reporting.Fields;
using Isonomia.Reporting.Runs;
using Isonomia.Simulation.Fields.Analysis;
using Isonomia.Simulation.Populations;

namespace Isonomia.Cli.Analysing;

/// <summary>What someone asked <c>analyse</c> for, and how it is carried out.</summary>
internal sealed record AnalysisRequest(string Model)
{
    private const double DefaultDt = 1e-4;
    private const double DefaultDuration = 6;
    private const int RhythmPoints = 64;

    public ImmutableArray<KeyValuePair<string, string>> Settings { get; init; } = [];

    public ImmutableArray<string> Box { get; init; } = [];

    public string? Over { get; init; }

    public double? Duration { get; init; }

    public required string Command { get; init; }

    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Carries it out.</summary>
    public AnalysisContent Run(CancellationToken cancellation)
    {
        var model = AnalysedModel.Find(Model, Settings);
        var functions = new RegionFunctions(model);
        var box = AnalysedModel.Box(functions, [], Box);
        var points = FixedPoints.Find(functions, [], box).Select(p => Resting(model, functions, p)).ToImmutableArray();
        var notes = ImmutableArray.CreateBuilder<string>();
        if (model.Region.Threshold is not null)
            notes.Add("a cell: its threshold and reset are no part of this");
        var content = new AnalysisContent(Model, model, points, new RunProvenance(Command)
        {
            Arguments = Arguments,
            Inputs = RunInputs.Of([SimulationRequest.NameOf(Model)]),
        });
        content = WithSpectrum(content, functions, notes);
        if (Over is not null)
            content = WithBranches(content, notes, cancellation);
        return content with { Notes = notes.ToImmutable() };
    }

    private static RestingPoint Resting(FieldModel model, RegionFunctions functions, ImmutableArray<double> point)
    {
        var linear = functions.Linearise([], point.AsSpan());
        return new RestingPoint(point, model.Output is null ? null : functions.Observe([], point.AsSpan()), Stability.Of(linear),
            CharacteristicRoots.Rightmost(linear, 8));
    }

    private static AnalysisContent WithSpectrum(
        AnalysisContent content, RegionFunctions functions, ImmutableArray<string>.Builder notes)
    {
        double[] frequencies = [.. Enumerable.Range(0, 400).Select(i => 0.5 * Math.Pow(200, i / 399.0))];
        content = content with { Frequencies = [.. frequencies] };
        if (content.Model.Output is null || functions.Noises.IsEmpty)
        {
            notes.Add(content.Model.Output is null ? "no spectrum: the field has no output" : "no spectrum: the field has no noise (xi)");
            return content;
        }

        var spectra = new FieldSpectra(content.Model);
        var density = new double[frequencies.Length];
        if (!spectra.Density([], frequencies, density))
        {
            notes.Add("no spectrum: no stable fixed point was reached from the initial values");
            return content;
        }

        if (density.All(d => d == 0))
            notes.Add("the spectrum is zero: the noise has no strength; set it");
        var spectrum = new LinearSpectrum(spectra.Linear.Size);
        var transfers = functions.Noises.Select((name, k) =>
        {
            double[] input = [.. Enumerable.Range(0, spectra.Linear.Size).Select(i => spectra.Linear.Noise[(i * functions.Noises.Length) + k])];
            ImmutableArray<Complex> gain = [.. frequencies.Select(f => spectrum.Transfer(spectra.Linear, input, spectra.Linear.Output, f))];
            return (name.Length == 0 ? "xi" : "xi_" + name, gain);
        });
        return content with { Density = density.Any(d => d > 0) ? [.. density] : [], Transfers = [.. transfers] };
    }

    private AnalysisContent WithBranches(
        AnalysisContent content, ImmutableArray<string>.Builder notes, CancellationToken cancellation)
    {
        var (parameter, low, high) = Range(content.Model);
        var functions = new RegionFunctions(content.Model, parameter.Name);
        var box = Union(AnalysedModel.Box(functions, [low], Box), AnalysedModel.Box(functions, [high], Box));
        using var progress = Terminal.Progress("following fixed points");
        var branches = new Continuation(functions, low, high, box).Follow(progress, cancellation);
        ImmutableArray<RhythmPoint> rhythm = [];
        if (content.Model.Output is not null)
        {
            try
            {
                rhythm = RhythmScan.Of(content.Model, parameter.Name,
                    [.. Enumerable.Range(0, RhythmPoints).Select(i => low + ((high - low) * i / (RhythmPoints - 1)))],
                    Duration ?? DefaultDuration, content.Model.Region.Dt ?? DefaultDt, cancellation);
            }
            catch (DivergenceException e)
            {
                notes.Add("rhythms: " + e.Message);
            }
        }

        var observer = functions.Copy();
        return content with
        {
            Varied = parameter,
            Branches = branches,
            Rhythm = rhythm,
            Observed = content.Model.Output is null ? (_, states) => states[0]
                : (value, states) => observer.Observe([value], states.AsSpan()),
        };
    }

    private (ModelParameter Parameter, double Low, double High) Range(FieldModel model)
    {
        var equals = Over!.IndexOf('=', StringComparison.Ordinal);
        var ends = equals > 0 ? Over[(equals + 1)..].Split(':') : [];
        if (ends.Length != 2)
            throw AnalysedModel.Wrong("--over", Over, "found no parameter and range", "as in --over 'p=0 Hz:400 Hz'");
        var parameter = AnalysedModel.Parameter(model, "--over", Over[..equals].Trim());
        var low = QuantityArgument.Read("--over", ends[0], parameter.Symbol.Dimension);
        var high = QuantityArgument.Read("--over", ends[1], parameter.Symbol.Dimension);
        return high > low ? (parameter, low, high)
            : throw AnalysedModel.Wrong("--over", Over, "found a range whose upper end is not above the lower");
    }

    private static StateBox Union(StateBox a, StateBox b) =>
        new([.. a.Low.Zip(b.Low, Math.Min)], [.. a.High.Zip(b.High, Math.Max)]) { Reach = Math.Max(a.Reach, b.Reach) };
}
