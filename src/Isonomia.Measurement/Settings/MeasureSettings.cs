namespace Isonomia.Measurement.Settings;

/// <summary>
/// The values of all settings of one measurement: defaults, and what the user set over them. Immutable.
/// </summary>
public sealed class MeasureSettings
{
    private const string BandPrefix = "bands.";
    private readonly Dictionary<string, string> overrides;
    private readonly Dictionary<string, Setting> known;

    private MeasureSettings(Dictionary<string, Setting> known, Dictionary<string, string> overrides)
    {
        this.known = known;
        this.overrides = overrides;
        Bands = BandsOf(overrides);
    }

    /// <summary>The settings at their defaults, given everything that can be set.</summary>
    public MeasureSettings(IEnumerable<Setting> known)
        : this(known.ToDictionary(s => s.Key, StringComparer.Ordinal), new(StringComparer.Ordinal))
    {
    }

    /// <summary>The bands in use: the usual ones, as changed, added to (<c>bands.mu=8:12</c>) or left out
    /// (<c>bands.gamma=off</c>) by the user.</summary>
    public IReadOnlyList<Band> Bands { get; }

    /// <summary>Everything that can be set, by key.</summary>
    public IReadOnlyCollection<Setting> Known => known.Values;

    /// <summary>What the user set, key by key, as written.</summary>
    public IReadOnlyDictionary<string, string> Overrides => overrides;

    /// <summary>The value of a setting.</summary>
    public T Get<T>(Setting<T> setting)
        where T : notnull =>
        setting.ReadValue(TextOf(setting));

    /// <summary>The value of a setting as written.</summary>
    public string TextOf(Setting setting) => overrides.GetValueOrDefault(setting.Key, setting.Default);

    /// <summary>Every setting's value as text, defaults included: what provenance records.</summary>
    public IReadOnlyDictionary<string, string> Effective()
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in known.Values)
            all[setting.Key] = TextOf(setting);
        foreach (var band in Bands)
            all[BandPrefix + band.Name] = band.Range.ToString();
        return all;
    }

    /// <summary>The same settings with one changed.</summary>
    /// <exception cref="SettingException">There is no such setting, or it cannot take this value.</exception>
    public MeasureSettings With(string key, string value)
    {
        if (key.StartsWith(BandPrefix) && key.Length > BandPrefix.Length)
        {
            if (value.Trim() != "off")
                _ = ReadBand(key, value);
        }
        else if (known.TryGetValue(key, out var setting))
        {
            _ = setting.Read(value);
        }
        else
        {
            throw new SettingException($"there is no setting '{key}'" + Suggestion.For(key, known.Keys));
        }

        return new MeasureSettings(known, new Dictionary<string, string>(overrides, StringComparer.Ordinal)
        {
            [key] = value.Trim(),
        });
    }

    /// <summary>The same settings with other defaults: each is taken where the user set nothing.</summary>
    /// <exception cref="SettingException">There is no such setting, or it cannot take this value.</exception>
    public MeasureSettings WithDefaults(IEnumerable<KeyValuePair<string, string>> defaults) => defaults
        .Where(d => !overrides.ContainsKey(d.Key))
        .Aggregate(this, (settings, d) => settings.With(d.Key, d.Value));

    private static Interval ReadBand(string key, string value)
    {
        try
        {
            var range = SettingText.Interval(value.Trim());
            return range.Low > 0 && double.IsFinite(range.High)
                ? range
                : throw new FormatException("a band begins above 0 Hz and ends");
        }
        catch (FormatException e)
        {
            throw new SettingException($"{key}={value}: {e.Message} (a band is low:high in Hz, or off)");
        }
    }

    private static List<Band> BandsOf(Dictionary<string, string> overrides)
    {
        var bands = Band.Usual.ToList();
        foreach (var (key, value) in overrides.Where(o => o.Key.StartsWith(BandPrefix)))
        {
            var name = key[BandPrefix.Length..];
            var at = bands.FindIndex(b => b.Name == name);
            if (value == "off")
            {
                bands.RemoveAll(b => b.Name == name);
                continue;
            }

            var band = new Band(name, ReadBand(key, value));
            if (at >= 0)
                bands[at] = band;
            else
                bands.Add(band);
        }

        return bands;
    }
}
