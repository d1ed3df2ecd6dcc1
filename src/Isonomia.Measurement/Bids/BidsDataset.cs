using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Bids;

/// <summary>
/// A data set in BIDS: recordings of EEG, intracranial EEG and MEG in folders of participants and sessions, and the tables
/// that describe them.
/// </summary>
public sealed class BidsDataset
{
    private const string DescriptionName = "dataset_description.json";
    private static readonly string[] Datatypes = ["eeg", "ieeg", "meg"];

    // What a recording's companions and descriptions are called; none of them is a recording by itself.
    private static readonly string[] Companions =
        [".json", ".tsv", ".tsv.gz", ".eeg", ".dat", ".vmrk", ".fdt", ".txt", ".pos", ".elp", ".hsp", ".mrk", ".html", ".png"];

    private static readonly string[] Readable = [".edf", ".bdf", ".vhdr", ".set", ".fif", ".fif.gz", ".nwb"];
    private readonly BidsSidecars sidecars;

    private BidsDataset(string folder, string name, IReadOnlyList<BidsFile> files, IReadOnlyList<string> warnings,
        Participants participants)
    {
        (Folder, Name, Files, Warnings, Participants) = (folder, name, files, warnings, participants);
        sidecars = new BidsSidecars(folder);
    }

    /// <summary>Its folder, in full.</summary>
    public string Folder { get; }

    /// <summary>Its name, as its description says; the folder's otherwise.</summary>
    public string Name { get; }

    /// <summary>The recordings, ordered by participant, then by name.</summary>
    public IReadOnlyList<BidsFile> Files { get; }

    /// <summary>What was odd but could be lived with.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>What <c>participants.tsv</c> says.</summary>
    public Participants Participants { get; }

    /// <summary>Whether a folder holds a BIDS data set: it says so itself, or has folders of participants.</summary>
    /// <param name="folder">The folder.</param>
    public static bool IsAt(string folder) => Directory.Exists(folder)
        && (File.Exists(Path.Combine(folder, DescriptionName)) || Directory.EnumerateDirectories(folder, "sub-*").Any());

    /// <summary>Looks a data set over; no recording is opened yet.</summary>
    /// <param name="folder">Its folder.</param>
    /// <exception cref="BadInputException">It cannot be read, is a derivative, or holds no recording.</exception>
    public static BidsDataset Open(string folder)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        try
        {
            var warnings = new List<string>();
            var name = Describe(root, warnings);
            var files = new List<BidsFile>();
            foreach (var participant in Directory.EnumerateDirectories(root, "sub-*").Order(StringComparer.Ordinal))
            {
                if (Path.GetFileName(participant) != "sub-emptyroom")
                    Collect(root, participant, files, warnings);
            }

            if (files.Count == 0)
            {
                throw new BadInputException(folder, "no recording was found there; BIDS has them as "
                    + "sub-LABEL/[ses-LABEL/](eeg|ieeg|meg)/sub-LABEL_..._(eeg|ieeg|meg).EXTENSION");
            }

            return new BidsDataset(root, name, MarkTwins(files), warnings, Participants.Read(root));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(folder, "the data set could not be read: " + e.Message, e);
        }
    }

    /// <summary>Opens a recording, with all that the data set says of it.</summary>
    /// <param name="file">One of <see cref="Files"/>.</param>
    /// <exception cref="BadInputException">It, or a file that describes it, cannot be read.</exception>
    public Recording Open(BidsFile file) => BidsRecording.Open(file, sidecars);

    private static string Describe(string root, List<string> warnings)
    {
        var path = Path.Combine(root, DescriptionName);
        if (!File.Exists(path))
        {
            warnings.Add($"{DescriptionName} is missing, which BIDS requires; the folder was read as a data set nevertheless");
            return Path.GetFileName(root);
        }

        var description = BidsSidecars.Read(path);
        string? Text(string key) => description.TryGetValue(key, out var value)
            && value.ValueKind == System.Text.Json.JsonValueKind.String ? value.GetString() : null;
        if (Text("DatasetType") is { } type && type != "raw")
        {
            throw new BadInputException(path, $"this data set is of type '{type}'; recordings are measured from raw data "
                + "sets, so give the folder of the raw one");
        }

        return Text("Name") is { Length: > 0 } name ? name : Path.GetFileName(root);
    }

    private static void Collect(string root, string participant, List<BidsFile> files, List<string> warnings)
    {
        string[] places = [participant, .. Directory.EnumerateDirectories(participant, "ses-*").Order(StringComparer.Ordinal)];
        foreach (var folder in places.SelectMany(place => Datatypes.Select(type => Path.Combine(place, type))))
        {
            if (!Directory.Exists(folder))
                continue;
            foreach (var path in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
            {
                if (FileAt(root, path) is { } file)
                    files.Add(file);
                else if (HoldsSignals(path))
                    warnings.Add($"{Relative(root, path)}: left out, its name is not of the form key-value_..._suffix of BIDS");
            }
        }
    }

    private static BidsFile? FileAt(string root, string path)
    {
        var datatype = Path.GetFileName(Path.GetDirectoryName(path)!);
        if (!BidsName.TryParse(Path.GetFileName(path), out var name) || name.Suffix != datatype
            || name.Extension.Length == 0 || Companions.Contains(name.Extension) || name["sub"] is null
            || name["task"] == "noise")
        {
            return null;
        }

        var relative = Relative(root, path);
        var folders = relative.Split('/')[..^1];
        var why = (Readable.Contains(name.Extension), name["split"]) switch
        {
            (false, _) => $"files of the kind {name.Extension} are not read; EDF, BDF, BrainVision, EEGLAB, FIF and NWB are",
            (_, not null) => "the recording is split over several files, which are not read together; join them first",
            _ => null,
        };
        if (folders[0] != "sub-" + name["sub"] || (folders.Length > 2 && folders[1] != "ses-" + name["ses"]))
            why = "its name tells of another participant or session than its folder; rename it";
        return new BidsFile(path, relative, name, datatype, why);
    }

    private static string Relative(string root, string path) =>
        Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');

    private static bool HoldsSignals(string path) =>
        Readable.Contains(Path.GetExtension(path).ToLowerInvariant());

    // Their results would have the same name.
    private static BidsFile[] MarkTwins(List<BidsFile> files)
    {
        var twins = files.GroupBy(f => (f.Datatype, f.Name.Stem)).Where(g => g.Count() > 1)
            .Select(g => g.Key).ToHashSet();
        return [.. files.Select(f => twins.Contains((f.Datatype, f.Name.Stem))
            ? f with { WhyUnread = "another recording has the same name but for its ending; keep one of them" }
            : f)];
    }
}
