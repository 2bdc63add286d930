namespace NewsSite.Media;

/// <summary>Why a picture was not taken; each has its sentence, <c>Picture.Fault.…</c>.</summary>
public enum PictureFault
{
    Empty,

    /// <summary>More than <see cref="PictureIntake.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>Drawn in vectors: a program in a picture's clothes, and nothing that we could check.</summary>
    Drawing,

    /// <summary>As telephones save it; its decoder is encumbered by patents and not in our libvips.</summary>
    Heic,

    /// <summary>Something else altogether, whatever its name says.</summary>
    NotAPicture,

    /// <summary>More than <see cref="Darkroom.MaxPixels"/>, or a side longer than <see cref="Darkroom.MaxSide"/>.</summary>
    TooManyPixels,

    /// <summary>It moves.</summary>
    TooManyFrames,

    /// <summary>Cut short or damaged.</summary>
    Broken,

    /// <summary>Took longer than <see cref="Darkroom.Patience"/> to read.</summary>
    TooSlow,

    /// <summary>Nothing is wrong with the picture: we have no room.</summary>
    DiskFull,
}
