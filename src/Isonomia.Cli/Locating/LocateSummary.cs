using Isonomia.Inference.Locating;

namespace Isonomia.Cli.Locating;

/// <summary>Where channels stand, for the terminal: of one channel its coordinates, of several a line each.</summary>
internal static class LocateSummary
{
    public static void Print(TextWriter output, LocatedRecording located)
    {
        var good = located.Channels.Where(c => c.Posterior is { Diagnostics.Converged: true }).ToArray();
        if (good.Length == 1)
            PrintOne(output, located, good[0]);
        else if (good.Length > 1)
            PrintMany(output, located, good);
        output.WriteLine($"{located.Seconds:0.0} s. For research; not a medical device.");
    }

    /// <summary>Models beside one another, channel by channel.</summary>
    public static void Compare(TextWriter output, IReadOnlyList<LocatedRecording> models)
    {
        foreach (var channel in ModelComparison.Of(models))
        {
            var table = new TextTable(channel.Channel, "log evidence", "probability", "chi2");
            foreach (var model in channel.Models)
            {
                if (model.Evidence is { } evidence)
                    table.Add(model.Model, $"{evidence.Log:0.0} +- {evidence.StandardError:0.0}", $"{model.Probability:G3}", $"{model.ReducedChiSquare:0.00}");
                else
                    table.Add(model.Model, "not located", "", "");
            }

            table.Print(output);
        }
    }

    private static void PrintOne(TextWriter output, LocatedRecording located, LocatedChannel channel)
    {
        var posterior = channel.Posterior!;
        var table = new TextTable($"{channel.Channel.Name}, {located.Model.Name}", "median", "90 % interval", "unit");
        for (var i = 0; i < located.Model.Coordinates.Count; i++)
            Add(table, located.Model.Coordinates[i].Name, posterior.Coordinate(i), located.Model.Coordinates[i].Unit);
        for (var i = 0; i < posterior.Names.Count; i++)
            Add(table, posterior.Names[i], posterior.Parameter(i), posterior.Units[i]);
        Add(table, "stability margin", posterior.Margin, "1/s");
        table.Print(output);
        var (kind, probability, frequency) = posterior.NearestInstability;
        output.WriteLine($"nearest instability: {kind}{(frequency > 0 ? $" at {frequency:0.0} Hz" : "")} "
            + $"(in {probability:P0} of the posterior)");
        output.WriteLine($"fit: chi-square/freedom {posterior.ReducedChiSquare:0.00}; sampler: R-hat "
            + $"{posterior.Diagnostics.RHatMax:0.000}, effective draws {posterior.Diagnostics.EssMin:0}");
    }

    private static void PrintMany(TextWriter output, LocatedRecording located, LocatedChannel[] channels)
    {
        var names = located.Model.Coordinates.Select(c => c.Name).ToArray();
        var table = new TextTable(["channel", .. names, "margin 1/s", "chi2"]);
        foreach (var channel in channels)
        {
            var posterior = channel.Posterior!;
            table.Add([channel.Channel.Name, .. names.Select((_, i) => Short(posterior.Coordinate(i))), Short(posterior.Margin),
                $"{posterior.ReducedChiSquare:0.00}"]);
        }

        table.Print(output);
    }

    private static void Add(TextTable table, string name, Marginal marginal, string unit) =>
        table.Add(name, $"{marginal.Median:G4}", $"{marginal.Q05:G4} to {marginal.Q95:G4}", unit);

    private static string Short(Marginal marginal) => $"{marginal.Median:0.00} +- {marginal.Sd:0.00}";
}
