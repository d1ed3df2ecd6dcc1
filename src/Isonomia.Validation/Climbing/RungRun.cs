using Isonomia.Numerics.Statistics;

namespace Isonomia.Validation.Climbing;

/// <summary>What a rung is given when it is climbed, and where it leaves what it found.</summary>
public sealed class RungRun
{
    /// <summary>What is said of a quantity that a rung announces and then forgets.</summary>
    internal const string NotMeasured = "the rung did not measure it";

    private readonly Dictionary<string, (Finding? Finding, string? Why)> found = new(StringComparer.Ordinal);
    private readonly HashSet<string> known;
    private readonly Action<double>? progress;

    internal RungRun(Rung rung, ClimbOptions options, Action<double>? progress, CancellationToken cancellation)
    {
        known = [.. rung.Quantities.Select(q => q.Name)];
        (Form, Seed, Threads, Cancellation) = (options.Form, options.Seed, options.Threads, cancellation);
        this.progress = progress;
    }

    /// <summary>Quick or full.</summary>
    public Form Form { get; }

    /// <summary>Whether it is the full form.</summary>
    public bool Full => Form == Form.Full;

    /// <summary>What random numbers are made from.</summary>
    public long Seed { get; }

    /// <summary>How many threads may be used; results do not depend on it.</summary>
    public int Threads { get; }

    /// <summary>Told when the climber wants to stop.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>How to run repetitions side by side.</summary>
    public ParallelOptions Parallel => new() { CancellationToken = Cancellation, MaxDegreeOfParallelism = Threads };

    /// <summary>Says how much is done, 0 to 1; and stops here when it was told to.</summary>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public void Done(double share)
    {
        Cancellation.ThrowIfCancellationRequested();
        progress?.Invoke(share);
    }

    /// <summary>A value that is not random, or was drawn once.</summary>
    /// <exception cref="ArgumentException">The rung has no such quantity, or it was found before.</exception>
    public void Found(string quantity, double value, string? note = null) =>
        Add(quantity, (new Finding(value, Note: note), null));

    /// <summary>A value with its uncertainty.</summary>
    /// <exception cref="ArgumentException">The rung has no such quantity, or it was found before.</exception>
    public void Found(string quantity, Finding finding) => Add(quantity, (finding, null));

    /// <summary>The mean over repetitions, with the standard error that their scatter gives it.</summary>
    /// <exception cref="ArgumentException">The rung has no such quantity, or it was found before.</exception>
    public void Found(string quantity, ReadOnlySpan<double> repetitions, string? note = null)
    {
        double? error = repetitions.Length < 2
            ? null
            : Descriptive.StandardDeviation(repetitions, 1) / Math.Sqrt(repetitions.Length);
        Found(quantity, new Finding(Descriptive.Mean(repetitions), error, repetitions.Length, note));
    }

    /// <summary>A quantity that is not measured this time.</summary>
    /// <exception cref="ArgumentException">The rung has no such quantity, or it was found before.</exception>
    public void NotRun(string quantity, string why) => Add(quantity, (null, why));

    internal Outcome Outcome(RungQuantity quantity)
    {
        var (finding, why) = found.TryGetValue(quantity.Name, out var entry)
            ? entry
            : (null, quantity.FullOnly && !Full ? "in the full form only" : NotMeasured);
        var outcome = new Outcome(quantity, quantity.AcceptedIn(Form), finding, why);
        return outcome.Verdict == Verdict.Fail ? outcome with { Why = quantity.Tried } : outcome;
    }

    private void Add(string quantity, (Finding?, string?) entry)
    {
        if (!known.Contains(quantity))
            throw new ArgumentException($"the rung has no quantity '{quantity}'", nameof(quantity));
        if (!found.TryAdd(quantity, entry))
            throw new ArgumentException($"'{quantity}' was found before", nameof(quantity));
    }
}
