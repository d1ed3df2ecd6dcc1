namespace Isonomia.Measurement.Formats.Fif;

/// <summary>
/// The tags and blocks of FIF files that matter here (Functional Image File Format, Elekta Neuromag and MNE).
/// </summary>
internal static class FifKind
{
    public const int FileId = 100;
    public const int BlockId = 103;
    public const int BlockStart = 104;
    public const int BlockEnd = 105;
    public const int RefRole = 115;
    public const int RefFileName = 118;
    public const int Channels = 200;
    public const int SamplingRate = 201;
    public const int ChannelInfo = 203;
    public const int Date = 204;
    public const int Comment = 206;
    public const int FirstSample = 208;
    public const int LowPass = 219;
    public const int CoordinateTransform = 222;
    public const int HighPass = 223;
    public const int ChannelName = 258;
    public const int DataBuffer = 300;
    public const int DataSkip = 301;
    public const int ChannelNameList = 3507;
    public const int AnnotationOnset = 3568;
    public const int AnnotationEnd = 3569;

    public const int InBlockMeasurement = 100;
    public const int InBlockMeasurementInfo = 101;
    public const int InBlockRawData = 102;
    public const int InBlockContinuousData = 112;
    public const int InBlockChannelInfo = 113;
    public const int InBlockReference = 118;
    public const int InBlockShieldedData = 119;
    public const int InBlockBadChannels = 359;
    public const int InBlockAnnotations = 3810;
}
