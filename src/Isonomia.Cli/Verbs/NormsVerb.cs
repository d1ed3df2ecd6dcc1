using System.CommandLine;
using Isonomia.Cli.Restoring;
using Isonomia.Measurement.Settings;

namespace Isonomia.Cli.Verbs;

/// <summary><c>isonomia norms</c>: what health is, learnt from a cohort.</summary>
internal static class NormsVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "a folder of recordings of healthy persons, or a data set in BIDS; one recording a person",
        };
        var output = new Option<string>("--out")
        {
            HelpName = "FILE",
            Description = "where to write the range, for restore --norms",
            DefaultValueFactory = _ => "norms.json",
        };
        var channel = new Option<string?>("--channel")
        {
            HelpName = "NAME",
            Description = "locate by this channel; Cz unless given, or else the first good one",
        };
        var only = new Option<string?>("--only") { HelpName = "TEXT", Description = "only files whose name contains this, as eyes_closed" };
        var seed = new Option<long>("--seed") { HelpName = "N", Description = "seed of the samplers", DefaultValueFactory = _ => 1 };
        var build = new Command("build", "Locate every recording of healthy persons and keep how their biomarkers and loops are "
            + "distributed.\n\nExample:\n  isonomia norms build healthy/ --only eyes_closed --out norms.json\n"
            + "  isonomia restore subject1.edf --norms norms.json") { folder, output, channel, only, seed };
        build.SetAction(parsed =>
        {
            if (!Directory.Exists(parsed.GetRequiredValue(folder)))
                throw new SettingException($"there is no folder '{parsed.GetRequiredValue(folder)}'");
            return NormsBuild.Run(parsed.GetRequiredValue(folder), parsed.GetValue(only), parsed.GetValue(channel),
                parsed.GetRequiredValue(output), parsed.GetValue(seed));
        });
        return new Command("norms", "What health is, learnt from recordings of healthy persons.") { build };
    }
}
